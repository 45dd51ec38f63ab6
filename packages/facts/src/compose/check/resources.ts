import type { ComposeFaults } from '../faults.ts';
import { at, type Located } from '../located.ts';

const SOURCES = { secrets: ['file', 'environment'], configs: ['file', 'environment', 'content'] } as const;

/**
 * Faults for secrets and configs that say in no way, or in several, where their content is, and for external volumes that
 * are described all the same. Source: compose-go validation.
 */
export function checkResources(root: Located, faults: ComposeFaults): void {
  for (const [section, keys] of Object.entries(SOURCES)) {
    for (const { place, value } of entriesOf(root, section)) {
      if (value.kind !== 'map') continue;
      const [first, second] = keys.filter((key) => value.entries.has(key));
      if (second !== undefined)
        faults.add('contradiction', `\`${first}\` and \`${second}\` exclude each other: keep one.`, place);
      else if (first === undefined && !value.entries.has('driver') && !value.entries.has('external'))
        faults.add('content', `Nothing says where its content is: write one of ${keys.join(', ')}.`, place);
    }
  }
  for (const { value } of entriesOf(root, 'volumes')) {
    const external = at(value, 'external');
    if (value.kind !== 'map' || external?.kind !== 'scalar' || external.value !== true) continue;
    for (const { key, place } of value.entries.values()) {
      if (key === 'name' || key === 'external' || key.startsWith('x-')) continue;
      faults.add('contradiction', `The volume is \`external\`: \`${key}\` would be of no effect.`, place);
    }
  }
}

function entriesOf(root: Located, section: string) {
  const map = at(root, section);
  return map?.kind === 'map' ? [...map.entries.values()] : [];
}
