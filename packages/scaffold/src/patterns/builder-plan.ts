import { type Block, dockerfileText } from '../dockerfile/dockerfile-text.ts';
import { type App, pathIn } from '../model/app.ts';
import type { StackPlan } from '../model/stack.ts';
import { extractedFolder, extractFirst } from './extracted-folder.ts';

/** The parts of two images, of which one builds and the other ships. */
export interface BuilderParts {
  /** Stages that build, the last of which holds nothing but files. */
  readonly build: readonly (Block | undefined)[];
  readonly ignore: string;
  /** Where the build image's context lies. */
  readonly context: StackPlan['context'];
  /** Stages of what ships, whose files lie in `extractedFolder` of the context. */
  readonly runtime: readonly (Block | undefined)[];
}

/**
 * Two images, chained by the task graph: `Dockerfile.build` builds in a container and holds what was built, an extraction writes that to
 * the workspace, and `Dockerfile` packs it.
 */
export function builderPlan(app: App, { build, ignore, context, runtime }: BuilderParts) {
  const { name, root } = app.project;
  const folder = extractedFolder(name);
  const apart = context === 'project' && root !== '.';
  return {
    dockerfile: dockerfileText(runtime),
    context: root === '.' ? ('project' as const) : ('workspace' as const),
    ignore: `# Nothing but what was built\n*\n!${folder}\n`,
    files: [
      { path: pathIn(app, 'Dockerfile.build'), text: dockerfileText(build) },
      { path: pathIn(app, 'Dockerfile.build.dockerignore'), text: ignore },
    ],
    notes: [
      extractFirst(name),
      ...(apart ? [`The context of Dockerfile is the workspace's root, that of Dockerfile.build ${root}.`] : []),
    ],
  };
}
