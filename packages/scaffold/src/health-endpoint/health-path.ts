import type { Diagnostic } from '@dockwarden-internal/syntax';

/** Segments that mean themselves to every router, and that Next.js takes for folders of routes. */
const PATH = /^(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,100}){1,10}$/;

/** The path of a route without a slash at its end; only what no router, no quotes and no file name reads otherwise. */
export function readHealthPath(path: string): string | Diagnostic {
  const plain = path.replace(/\/$/, '');
  if (PATH.test(plain)) return plain;
  return {
    code: 'health/path',
    message: `${JSON.stringify(path)} is no path for a health route.`,
    hint: 'Segments of letters, digits, dots, hyphens and underscores behind slashes: /health, /api/healthz.',
    exit: 2,
  };
}
