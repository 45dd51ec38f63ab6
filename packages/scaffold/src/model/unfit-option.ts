import type { Diagnostic } from '@dockwarden-internal/syntax';
import { isRoutePath } from '../detect/health-route.ts';
import type { SetupOptions } from './setup-options.ts';

/** A fault in what somebody asked for: a path that is no route, a port that a user without privileges may not open everywhere. */
export function unfitOption({ healthPath, port }: SetupOptions): Diagnostic | undefined {
  if (healthPath !== undefined && !isRoutePath(healthPath))
    return {
      code: 'setup/unfit-health-path',
      message: `${JSON.stringify(healthPath)} is no path of a health route.`,
      hint: 'It begins with / and has letters, digits, dots, hyphens and slashes: /health.',
      exit: 2,
    };
  if (port !== undefined && !(Number.isInteger(port) && port >= 1024 && port <= 65535))
    return {
      code: 'setup/unfit-port',
      message: `${port} is no port for a user without privileges.`,
      hint: 'Take one from 1024 to 65535, such as 8080, and publish it as you like.',
      exit: 2,
    };
  return undefined;
}
