import type { Diagnostic } from '@dockwarden-internal/syntax';
import { type Block, dockerfileText } from '../../../dockerfile/dockerfile-text.ts';
import { ignoreText } from '../../../dockerfile/ignore-text.ts';
import type { StackPlan } from '../../../model/stack.ts';
import { ARTIFACT_NOTE, artifactStage, NO_SERVICE } from '../../../patterns/artifact-stage.ts';
import { inFolder } from '../manager/manager.ts';
import { buildStage, testStage } from '../stages/build.ts';
import { builtEntries } from '../stages/copies.ts';
import { baseStage, dependenciesStage } from '../stages/dependencies.ts';
import { buildImage, type NodeImage, repositoryOf, versionArgument } from '../stages/node-image.ts';
import { pruneStage } from '../stages/prune.ts';
import { builtGroups } from './inside.ts';
import { nothingBuilt } from './nothing-built.ts';
import type { Server } from './server.ts';

/** The stages that build, and one that holds nothing but files: `dockwarden extract` writes them to a folder. */
export function artifactBlocks(image: NodeImage, script: string | undefined, copies: readonly string[]) {
  const from = buildImage(image);
  const blocks: (Block | undefined)[] = [
    [versionArgument(image)],
    pruneStage(image, from),
    baseStage(image, from),
    dependenciesStage(image),
    buildStage(image, script),
    testStage(image, true),
    artifactStage(image.project.app.project.name, copies, repositoryOf(image.project)),
  ];
  return blocks;
}

/** What the app's build and those of its libraries wrote, laid out as in the workspace. */
export function artifactCopies({ details: { build }, image }: Server): string[] {
  const { folder, libraries } = image.project.layout;
  const own = build ? [inFolder(folder, build.output)] : [];
  const others = libraries.flatMap((library) => builtEntries(library).map((name) => `${library.root}/${name}`));
  return [...others, ...own].map((path) => `COPY --from=build /app/${path} /${path}`);
}

export function planArtifact(server: Server): StackPlan | Diagnostic {
  const { details, image } = server;
  if (artifactCopies(server).length === 0) return nothingBuilt(server);
  return {
    dockerfile: dockerfileText(artifactBlocks(image, details.build?.script, artifactCopies(server))),
    context: image.project.layout.kind === 'alone' ? 'project' : 'workspace',
    ignore: ignoreText(builtGroups(server)),
    service: NO_SERVICE,
    files: [],
    notes: [ARTIFACT_NOTE],
  };
}
