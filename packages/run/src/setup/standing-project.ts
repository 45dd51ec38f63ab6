import { isWithin, type ProjectModel, type WorkspaceModel } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';

/** So many projects are named where one has to be. */
const SHOWN = 8;

/** The project that somebody stands in, where none is named: that of the folder (from the root), or the only one of the workspace. */
export function standingProject(
  { projects }: Pick<WorkspaceModel, 'projects'>,
  folder: string,
): ProjectModel | Diagnostic {
  const [only, ...others] = projects;
  if (only && others.length === 0) return only;
  const around = projects.filter(({ root }) => root !== '.' && isWithin(folder, root));
  const [nearest] = around.sort((a, b) => b.root.length - a.root.length);
  if (nearest) return nearest;
  const names = projects.map(({ name }) => name);
  const more = names.length > SHOWN ? `, and ${names.length - SHOWN} more` : '';
  return {
    code: 'setup/no-project',
    message: 'No project is named.',
    hint:
      names.length === 0
        ? 'The workspace has none: begin one, with a package.json or the like.'
        : `Name some of these: ${names.slice(0, SHOWN).join(', ')}${more}. Or take --all.`,
    exit: 2,
  };
}
