import { type Diagnostic, suggestScoped } from '@dockwarden-internal/syntax';
import type { Workspace } from '@dockwarden-internal/workspace';
import type { LintOptions } from './lint-options.ts';

/** Projects that are in no longer list than a sentence can hold. */
const mostNames = 20;

/** A fault for each project that was asked for and is not there, with what was probably meant. */
export function unknownProjects(
  { model }: Pick<Workspace, 'model'>,
  { projects = [] }: Pick<LintOptions, 'projects'>,
): Diagnostic[] {
  const names = model.projects.map((project) => project.name);
  return projects
    .filter((name) => !names.includes(name))
    .map((name) => {
      // Nx lets one leave out the scope.
      const near = suggestScoped(name, names);
      const more = names.length > mostNames ? `, and ${names.length - mostNames} more` : '';
      const all =
        names.length === 0
          ? 'the workspace has no projects'
          : `projects: ${names.slice(0, mostNames).join(', ')}${more}`;
      const message = `there is no project ${JSON.stringify(name)}`;
      return { code: 'project/unknown', message, hint: near ? `did you mean ${near}?` : all, exit: 2 };
    });
}
