import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { StackPlan } from '../../../model/stack.ts';
import { entryCopies } from '../../../patterns/named-entries.ts';
import { buildEntries, TEST_PATTERNS } from '../sources/build-entries.ts';
import { appFolder, buildCommands, sharedLines } from '../stages/build.ts';
import { builtCopies } from '../stages/copies.ts';
import { installFiles, installsAnything } from '../stages/dependencies.ts';
import { type NodeImage, versionArgument } from '../stages/node-image.ts';
import { managerRun } from '../stages/run-line.ts';
import { runtimeStage } from '../stages/runtime.ts';
import { allowOnly, NEVER } from './allow-list.ts';
import { builtGroups } from './inside.ts';
import { packing } from './outside.ts';
import { runtimeOf, type Server, serverPlan } from './server.ts';
import { shippedOf } from './shipped.ts';

/**
 * Everything in one stage, for scripts and prototypes: what builds, and what is built from, stays in the layers below. Tests are left out of the
 * context: nothing runs them in what ships.
 */
export function planSingle(server: Server, workdir?: string): StackPlan | Diagnostic {
  if (server.image.base === 'distroless') return noShell();
  const image = packing(server.image);
  const { commands, project } = image;
  const build = buildCommands(image, server.details.build?.script);
  const builds = build.length > 0;
  const before = [
    'WORKDIR /app',
    ...commands.setup,
    ...installFiles(image),
    ...(installsAnything(project) ? [managerRun(image, builds ? commands.install : commands.production.command)] : []),
    ...(builds ? [...sources(server, image), managerRun(image, ...build, commands.prune)] : []),
  ];
  const copies = builds ? [] : builtCopies(image, shippedOf(server, undefined), 'context');
  const runtime = { ...runtimeOf({ ...server, image }, copies, workdir ?? appFolder(project)), before };
  const blocks = [[versionArgument(image)], runtimeStage(image, runtime)];
  const built = builds ? builtGroups(server).flatMap(({ patterns }) => patterns) : [];
  const ignore = allowOnly(blocks, [...NEVER, ...TEST_PATTERNS, ...built]);
  return serverPlan({ ...server, image }, { blocks, ignore });
}

function sources({ app }: Server, { project }: NodeImage): string[] {
  const { folder, needed } = project.layout;
  if (folder === '.') return entryCopies(buildEntries(app));
  return [...sharedLines(project), ...[...needed, folder].map((one) => `COPY ${one} ./${one}`)];
}

function noShell(): Diagnostic {
  return {
    code: 'setup/single-without-shell',
    message: 'One stage installs and builds, and distroless has nothing to do that with.',
    hint: 'Take --base slim, or --pattern multi.',
    exit: 2,
  };
}
