import type { Diagnostic } from '@dockwarden-internal/syntax';

/** The end of a run that could not be done: 2 for what the user asked or configured wrongly, over 3 for what the surroundings lack. */
export function failureExit(diagnostics: readonly Pick<Diagnostic, 'exit'>[]): 2 | 3 {
  return diagnostics.some(({ exit }) => exit === 2) ? 2 : 3;
}
