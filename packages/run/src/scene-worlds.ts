import type { Overlay } from '@dockwarden-internal/engine';
import { buildWorld, type World, type WorldInput } from '@dockwarden-internal/facts';
import { composeReading } from './compose-reading.ts';
import { overlayFileSystem } from './files/overlay-file-system.ts';

/** The worlds of some files: as they are, or with changed texts laid over them. Of a trial that went well the next one asks again. */
export async function worldsOf(
  given: Pick<WorldInput, 'fs' | 'workspace' | 'settings' | 'files'>,
): Promise<(overlay: Overlay) => World> {
  const reading = await composeReading(given.files);
  const worlds = new WeakMap<Overlay, World>();
  return (overlay) => {
    const known = worlds.get(overlay);
    if (known) return known;
    const fs = overlay.size === 0 ? given.fs : overlayFileSystem(given.fs, overlay);
    const world = buildWorld({ ...given, ...reading, fs });
    worlds.set(overlay, world);
    return world;
  };
}
