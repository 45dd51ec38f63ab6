import type { Diagnostic } from '@dockwarden-internal/syntax';

/** A manifest that is no TOML. */
export function unreadableToml(path: string): Diagnostic {
  return {
    code: 'setup/unreadable-manifest',
    message: `${path} cannot be read: it is no TOML.`,
    hint: 'Mend it and run again.',
    path,
    exit: 2,
  };
}
