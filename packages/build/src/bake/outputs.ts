import { dirname, join } from 'node:path';
import type { BakeFileOptions } from './bake-file.ts';
import type { BakeOutput, BakeTarget } from './bake-target.ts';
import { csvFields } from './csv-fields.ts';

export interface Outputs {
  /** As Bake takes them. */
  readonly fields: readonly string[];
  /** An archive that has to be loaded into the engine. */
  readonly load?: string;
  readonly writes: readonly string[];
}

export function outputsOf(target: BakeTarget, name: string, { engine, folder }: BakeFileOptions): Outputs {
  const rewrite = target.reproducible ? 'true' : undefined;
  let load: string | undefined;
  const fields = target.outputs.map((output) => fieldsOf(output));
  const paths = target.outputs.flatMap((output) => ('path' in output ? [output.path] : []));
  // A folder is written itself, an archive into its folder.
  const writes = target.outputs.flatMap((output) =>
    'path' in output ? [output.kind === 'local' ? output.path : dirname(output.path)] : [],
  );
  if (load) writes.push(dirname(load));
  return { fields, ...(load && { load }), writes: paths.length + writes.length > 0 ? [...new Set(writes)] : [] };

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
        return csvFields({ type: output.kind, dest: output.path, 'rewrite-timestamp': rewrite });
      case 'registry':
        return registryFields(output.repository);
      default:
        return engineFields();
    }
  }

  /** The engine's own BuildKit pushes by tag only; a builder of its own pushes by digest, and nothing is named before it is checked. */
  function registryFields(repository: string): string {
    if (engine.driver === 'docker') return csvFields({ type: 'image', push: 'true' });
    const byDigest = {
      type: 'image',
      name: repository,
      'push-by-digest': 'true',
      'name-canonical': 'true',
      push: 'true',
    };
    return csvFields({ ...byDigest, 'rewrite-timestamp': rewrite });
  }

  /** The engine's own exporter unpacks what it stores and refuses rewritten times with that; its archive can have them. */
  function engineFields(): string {
    if (engine.driver !== 'docker') return csvFields({ type: 'docker', 'rewrite-timestamp': rewrite });
    if (!target.reproducible) return csvFields({ type: 'image' });
    load = join(folder, `${name}.oci.tar`);
    return csvFields({ type: 'oci', dest: load, 'rewrite-timestamp': rewrite });
  }
}
