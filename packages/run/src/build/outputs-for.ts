import { join } from 'node:path';
import type { BakeOutput, EngineState } from '@dockwarden-internal/build';
import type { BuildOptions } from './build-options.ts';
import type { PlannedImage } from './planned-image.ts';

/** Where an image goes: into a file where that was asked for, into the registry where a builder of its own pushes, else into the engine. */
export function outputsFor(
  { image }: PlannedImage,
  root: string,
  engine: Pick<EngineState, 'driver'>,
  { output, push }: Pick<BuildOptions, 'output' | 'push'>,
): readonly BakeOutput[] {
  if (output) {
    const place = join(root, output.folder, image.name);
    return [
      {
        kind: output.type,
        path: output.type === 'local' ? place : `${place}.${output.type === 'oci' ? 'oci.' : ''}tar`,
      },
    ];
  }
  // The engine's own builder cannot push by digest: what it makes is pushed from the engine, once it is checked.
  if (push && engine.driver !== 'docker') return [{ kind: 'registry', repository: image.request.repository }];
  return [{ kind: 'engine' }];
}
