import { memo } from '../kernel/memo.ts';
import type { Compose, ComposeFile } from '../model/service.ts';
import type { Fault } from '../model/text.ts';
import type { World } from '../model/world.ts';

/**
 * What `docker compose` would refuse in a file: what breaks the schema of the Compose Specification, and faults of the models that the file
 * belongs to. What is no YAML is told by the parser; a file with such faults is not held against the schema.
 */
export const composeFaultsOf = memo((file: ComposeFile): readonly Fault[] => {
  const ofModels = (modelsByFile(file.world).get(file) ?? [])
    .flatMap((compose) => compose.model.faults)
    .filter((fault) => fault.place.source === file.source && !fault.code.startsWith('compose/yaml-'));
  const ofSchema = file.tree.faults.length > 0 ? [] : (file.world.checkSchema?.(file.tree) ?? []);
  const seen = new Set<number>();
  return [...ofModels, ...ofSchema]
    .filter(({ place: { span } }) => !seen.has(span.start) && seen.add(span.start))
    .sort((a, b) => a.place.span.start - b.place.span.start)
    .map(({ code, message, place }) => ({ tool: 'compose', code, level: 'error', text: message, aliases: [], place }));
});

const modelsByFile = memo((world: World): ReadonlyMap<ComposeFile, readonly Compose[]> => {
  const models = new Map<ComposeFile, Compose[]>();
  for (const compose of world.composes) {
    for (const file of new Set(compose.files)) {
      const same = models.get(file);
      if (same) same.push(compose);
      else models.set(file, [compose]);
    }
  }
  return models;
});
