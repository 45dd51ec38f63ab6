import type { Io } from '../io.ts';

/** Says why what was asked for is not done; the exit code is that of bad arguments unless it is said. */
export async function refuse(io: Pick<Io, 'error'>, sentence: string, exit = 2): Promise<number> {
  await io.error(`dockwarden: ${sentence}\n`);
  return exit;
}
