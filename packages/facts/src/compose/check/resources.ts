import type { ComposeFaults } from '../faults.ts';
import { at, type Located, type LocatedMap } from '../located.ts';
import { flagSetting } from '../read/setting.ts';

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
      else if (!hasContent(section, value, first))
        faults.add('content', `Nothing says where its content is: write one of ${keys.join(', ')}.`, place);
    }
  }
  for (const { value } of entriesOf(root, 'volumes')) {
    if (value.kind !== 'map' || flagSetting(at(value, 'external'))?.value !== true) continue;
    for (const { key, place } of value.entries.values()) {
      if (key === 'name' || key === 'external' || key.startsWith('x-')) continue;
      faults.add('contradiction', `The volume is \`external\`: \`${key}\` would be of no effect.`, place);
    }
  }
}

/** A driver brings the content of configs only. Source: compose-go validation.checkFileObject, checkConsistency. */
function hasContent(section: string, value: LocatedMap, source: string | undefined): boolean {
  if (section === 'configs')
    return source !== undefined || value.entries.has('driver') || value.entries.has('external');
  if (value.entries.has('external') && flagSetting(at(value, 'external'))?.value !== false) return true;
  const text = at(value, 'environment');
  const nameless = text?.kind === 'scalar' && text.value === '' && !text.variables?.length;
  return source !== undefined && !(source === 'environment' && nameless);
}

function entriesOf(root: Located, section: string) {
  const map = at(root, section);
  return map?.kind === 'map' ? [...map.entries.values()] : [];
}
