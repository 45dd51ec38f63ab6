import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { App } from '../model/app.ts';

export function notInOneStage({ project }: App): Diagnostic {
  return {
    code: 'setup/not-in-one-stage',
    message: 'One stage installs, builds and ships, and a distroless image has nothing to do that with.',
    hint: 'Take --base slim, or --pattern multi.',
    path: project.root,
    exit: 2,
  };
}
