import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Server } from './server.ts';

/** A pattern about what a build writes, for an app that has none. */
export function nothingBuilt({ app, image: { project, options } }: Server): Diagnostic {
  return {
    code: 'setup/nothing-built',
    message: `${app.project.name} builds nothing, so that there is no ${options.pattern} to make of it.`,
    hint: `Add a script build to ${project.manifest.path}, or take --pattern multi.`,
    path: project.manifest.path,
    exit: 2,
  };
}
