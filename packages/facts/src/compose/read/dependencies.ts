import type { Place } from '@dockwarden-internal/syntax';
import { at, type Located } from '../located.ts';
import { flagSetting, type Setting, textSetting } from './setting.ts';

/** One service that another one waits for. */
export interface DependencySettings {
  readonly name: string;
  /** `service_started`, `service_healthy`, `service_completed_successfully`; absent: `service_started`. */
  readonly condition?: Setting<string>;
  readonly required: boolean;
  readonly restart: boolean;
  /** Of the name. */
  readonly place: Place;
  readonly fixable: boolean;
  readonly value: Located;
}

/** `depends_on`. `links`, `volumes_from` and shared namespaces order services too and are read on their own. */
export function readDependencies(service: Located): DependencySettings[] {
  const map = at(service, 'depends_on');
  if (map?.kind !== 'map') return [];
  return Array.from(map.entries.values(), ({ key, place, value }) => ({
    name: key,
    condition: textSetting(at(value, 'condition')),
    required: flagSetting(at(value, 'required'))?.value !== false,
    restart: flagSetting(at(value, 'restart'))?.value === true,
    place,
    fixable: value.fixable,
    value,
  }));
}
