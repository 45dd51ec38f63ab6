import type { Diagnostic } from '@dockwarden-internal/syntax';

/** Whether a path may have lost bytes when it was decoded, being no UTF-8; nothing is found by it then. */
export function isGarbled(path: string): boolean {
  return path.includes('\uFFFD');
}

export function garbledDiagnostic(path: string): Diagnostic {
  return {
    code: 'files/garbled-name',
    message: `${path} has a name that is no UTF-8, and is not found by it.`,
    hint: 'Rename it, or exclude it in dockwarden.yaml.',
    path,
    exit: 3,
  };
}
