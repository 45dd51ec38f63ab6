import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { StackPlan } from '../../../model/stack.ts';
import { buildEntries } from '../sources/build-entries.ts';
import { appFolder, buildCommands, sharedLines } from '../stages/build.ts';
import { installFiles, installsAnything } from '../stages/dependencies.ts';
import { type NodeImage, versionArgument } from '../stages/node-image.ts';
import { managerRun } from '../stages/run-line.ts';
import { runtimeStage } from '../stages/runtime.ts';
import { allowOnly } from './allow-list.ts';
import { packing } from './outside.ts';
import { runtimeOf, type Server, serverPlan } from './server.ts';

/** Everything in one stage, for scripts and prototypes: what builds, and what is built from, stays in the layers below. */
export function planSingle(server: Server): StackPlan | Diagnostic {
  if (server.image.base === 'distroless') return noShell();
  const image = packing(server.image);
  const { commands, project } = image;
  const build = buildCommands(image, server.details.build?.script);
  const install = build.length > 0 ? commands.install : commands.production.command;
  const before = [
    'WORKDIR /app',
    ...commands.setup,
    ...installFiles(image),
    ...(installsAnything(project) ? [managerRun(image, install)] : []),
    ...sources(server, image),
    ...(build.length > 0 ? [managerRun(image, ...build, commands.prune)] : []),
  ];
  const runtime = { ...runtimeOf({ ...server, image }, [], appFolder(project)), before };
  const blocks = [[versionArgument(image)], runtimeStage(image, runtime)];
  return serverPlan({ ...server, image }, { blocks, ignore: allowOnly(blocks) });
}

function sources({ app }: Server, { project }: NodeImage): string[] {
  const { folder, kind, needed } = project.layout;
  if (kind === 'alone') return buildEntries(app).map((name) => `COPY ${name} ./${name}`);
  const folders = [...needed, folder];
  return [...sharedLines(project), ...folders.map((one) => `COPY ${one} ./${one}`)];
}

function noShell(): Diagnostic {
  return {
    code: 'setup/single-without-shell',
    message: 'One stage installs and builds, and distroless has nothing to do that with.',
    hint: 'Take --base slim, or --pattern multi.',
    exit: 2,
  };
}
