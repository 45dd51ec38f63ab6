import { isWithin, joinPath, type ProjectModel } from '@dockwarden-internal/facts';
import { literalStart } from '../git/source-match.ts';
import type { ContextInputs, ImageInputs, InputSource } from '../model/image-inputs.ts';

/** A source that a build has to make first. */
export interface GeneratedSource {
  readonly context: ContextInputs;
  readonly source: InputSource;
  /** From the root: the source itself, or the folder that a pattern looks into. */
  readonly path: string;
  /** Name of the project whose build makes it, where the path tells. */
  readonly project?: string;
}

/** The sources that are build outputs: git ignores them (`dist/apps/api`). They have no history, and are there once their project was built. */
export function generatedSources(
  inputs: ImageInputs,
  isGitIgnored: (path: string, isFolder: boolean) => boolean,
  projects: readonly ProjectModel[] = [],
): GeneratedSource[] {
  return inputs.contexts.flatMap((context) =>
    context.sources.flatMap((source) => {
      const start = literalStart(source);
      const path = joinPath(context.directory, start);
      // Whether a file or a folder will stand there, nobody knows before it is made.
      if (start === '.' || !(isGitIgnored(path, true) || isGitIgnored(path, false))) return [];
      const project = makerOf(path, projects);
      return [{ context, source, path, ...(project !== undefined && { project }) }];
    }),
  );
}

/**
 * `apps/api/dist` is made in the project at apps/api; `dist/apps/api` is made from the one at apps/api, and `dist/api` from that called api.
 * A project at the root makes what no other does, where it is alone.
 */
function makerOf(path: string, projects: readonly ProjectModel[]): string | undefined {
  const segments = path.split('/');
  const byRoot = (folder: string) => {
    const within = projects.filter(({ root }) => root !== '.' && isWithin(folder, root));
    return within.reduce<ProjectModel | undefined>(
      (best, each) => (each.root.length > (best?.root.length ?? 0) ? each : best),
      undefined,
    );
  };
  for (let from = 0; from < segments.length; from++) {
    const found = byRoot(segments.slice(from).join('/'));
    if (found) return found.name;
  }
  const named = segments
    .slice(1)
    .flatMap((segment) => projects.filter(({ name }) => name === segment || name.endsWith(`/${segment}`)));
  if (named.length === 1) return named[0]!.name;
  return projects.length === 1 ? projects[0]!.name : undefined;
}
