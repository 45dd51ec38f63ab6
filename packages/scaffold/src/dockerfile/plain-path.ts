import type { Diagnostic } from '@dockwarden-internal/syntax';

/** Paths without blanks, quotes, variables and wildcards: they mean themselves in COPY, in a shell and in YAML. `[` opens a wildcard. */
const PLAIN = /^(?!-)[\p{L}\p{N}_@%+=:,./~-]+$/u;

export function isPlainPath(path: string): boolean {
  return PLAIN.test(path);
}

/** A fault for the first path that would have to be escaped in what is generated. */
export function unplainPath(paths: readonly string[]): Diagnostic | undefined {
  const path = paths.find((one) => !isPlainPath(one));
  if (path === undefined) return undefined;
  return {
    code: 'setup/path-with-special-characters',
    message: `${JSON.stringify(path)} has characters that mean something else in a Dockerfile.`,
    hint: 'Rename it to letters, digits, dots, hyphens and underscores.',
    path,
    exit: 2,
  };
}
