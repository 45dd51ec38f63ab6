import type { RunProgram } from '@dockwarden-internal/build';

/** The better first; the last is that of distroless images for debugging. */
const SHELLS = ['bash', 'sh', '/busybox/sh'] as const;

/** Starting a container may take a while on a busy machine. */
const TIMEOUT = 60_000;

/** The best shell that a container, or a fresh one of an image, has; undefined where it has none. */
export async function findShell(
  run: RunProgram,
  place: { readonly container: string } | { readonly image: string },
): Promise<string | undefined> {
  for (const shell of SHELLS) {
    const args =
      'container' in place
        ? ['container', 'exec', place.container, shell, '-c', ':']
        : ['run', '--rm', '--network', 'none', '--entrypoint', shell, place.image, '-c', ':'];
    if ((await run('docker', args, { timeout: TIMEOUT })).code === 0) return shell;
  }
  return undefined;
}
