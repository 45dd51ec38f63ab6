import { dirname, join } from 'node:path';
import type { BakeFileOptions } from './bake-file.ts';
import type { BakeOutput, BakeTarget } from './bake-target.ts';
import { csvFields } from './csv-fields.ts';

export interface Outputs {
  /** Tags of the target; empty where outputs have names of their own. */
  readonly tags: readonly string[];
  /** As Bake takes them. */
  readonly fields: readonly string[];
  /** An archive that has to be loaded into the engine. */
  readonly load?: string;
  readonly writes: readonly string[];
}

export function outputsOf(target: BakeTarget, name: string, { engine, folder }: BakeFileOptions): Outputs {
  const rewrite = target.reproducible ? 'true' : undefined;
  // One manifest for all outputs: else its type, and with it the digest, would depend on where it goes and on attestations.
  const types = engine.driver === 'docker' && engine.store === 'graph' ? undefined : 'true';
  // A target's tags are names for all its outputs, and what is pushed by digest takes none.
  const byDigest = engine.driver !== 'docker' && target.outputs.some(({ kind }) => kind === 'registry');
  const own = byDigest && target.tags.length > 0 ? target.tags.join(',') : undefined;
  let load: string | undefined;
  const fields = target.outputs.map((output) => fieldsOf(output));
  // A folder is written itself, an archive into its folder.
  const writes = target.outputs.flatMap((output) =>
    'path' in output ? [output.kind === 'local' ? output.path : dirname(output.path)] : [],
  );
  if (load) writes.push(dirname(load));
  return {
    fields,
    tags: byDigest ? [] : target.tags,
    ...(load && { load }),
    writes: [...new Set(writes)],
  };

  function fieldsOf(output: BakeOutput): string {
    switch (output.kind) {
      case 'none':
        return 'type=cacheonly';
      case 'local':
        return csvFields({ type: 'local', dest: output.path });
      case 'tar':
        return csvFields({ type: 'tar', dest: output.path });
      case 'oci':
      case 'docker':
        return csvFields({ type: output.kind, name: own, dest: output.path, 'rewrite-timestamp': rewrite });
      case 'registry':
        return registryFields(output.repository);
      default:
        return engineFields();
    }
  }

  /** The engine's own BuildKit pushes by tag only; a builder of its own pushes by digest, and nothing is named before it is checked. */
  function registryFields(repository: string): string {
    if (engine.driver === 'docker') return csvFields({ type: 'image', 'oci-mediatypes': types, push: 'true' });
    const digest = {
      type: 'image',
      name: repository,
      'oci-mediatypes': types,
      'push-by-digest': 'true',
      'name-canonical': 'true',
      push: 'true',
    };
    return csvFields({ ...digest, 'rewrite-timestamp': rewrite });
  }

  /** The engine's own exporter unpacks what it stores and refuses rewritten times with that; its archive can have them. */
  function engineFields(): string {
    if (engine.driver !== 'docker') return csvFields({ type: 'docker', name: own, 'rewrite-timestamp': rewrite });
    if (!target.reproducible) return csvFields({ type: 'image', 'oci-mediatypes': types });
    load = join(folder, `${name}.oci.tar`);
    return csvFields({ type: 'oci', dest: load, 'rewrite-timestamp': rewrite });
  }
}
