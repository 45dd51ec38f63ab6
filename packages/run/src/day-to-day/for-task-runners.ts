import { pathsFrom, renderProblems } from '@dockwarden-internal/report';
import type { DayOutcome } from './day-request.ts';

/** What the plugins of task runners need for a day's work, loaded when they ask for it. */
export { readImageOptions } from '@dockwarden-internal/policy/load/read-image-options';
export { surroundingsOf } from '../build/surroundings.ts';
export { composeDown, composeUp } from './compose-project.ts';
export { imageLogs } from './image-logs.ts';
export { inspectImage } from './inspect-image.ts';
export { runImage } from './run-image.ts';
export { shellImage } from './shell-image.ts';

/** What went wrong, for people. */
export function problemsText({ diagnostics, root }: DayOutcome, color: boolean): string {
  return renderProblems(diagnostics, { pathOf: pathsFrom(root, root) }, { color });
}
