import { join } from 'node:path';

/** `standalone` leaves a server with just the modules it needs, traced from the root of the workspace. */
export default {
  output: 'standalone',
  outputFileTracingRoot: join(import.meta.dirname, '../..'),
};
