import type { Place } from '@dockwarden-internal/syntax';
import type { Located } from '../located.ts';
import { type Setting, textSetting } from './setting.ts';

/** One entry of `environment`, `labels`, `build.args` and the like, whether written as a map or as a list. */
export interface KeyValue {
  readonly name: string;
  /** Absent where only the name is given: the value is then taken from where `docker compose` runs. */
  readonly value?: Setting<string>;
  /** True where the value stands in the file, with no variable in it. */
  readonly literal: boolean;
  /** Of the name. */
  readonly place: Place;
}

export function readKeyValues(value: Located | undefined): KeyValue[] {
  if (value?.kind !== 'map') return [];
  return Array.from(value.entries.values(), ({ key, place, value: entry }) => {
    const text = textSetting(entry);
    return {
      name: key,
      literal: text !== undefined && text.variables.length === 0,
      place,
      ...(text && { value: text }),
    };
  });
}
