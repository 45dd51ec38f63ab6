import type { Diagnostic } from '@dockwarden-internal/syntax';

/** Each once: several steps may find the same thing wanting. */
export function distinctDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const said = new Set<string>();
  return diagnostics.filter(({ code, message }) => !said.has(`${code} ${message}`) && said.add(`${code} ${message}`));
}
