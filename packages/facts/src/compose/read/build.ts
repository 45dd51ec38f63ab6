import type { Place } from '@dockwarden-internal/syntax';
import { entryAt, type Located } from '../located.ts';
import { type KeyValue, readKeyValues } from './key-values.ts';
import { type PathSetting, readPath } from './path-setting.ts';
import { type Setting, textSetting, textSettings } from './setting.ts';

/** How a service's image is built. */
export interface BuildSettings {
  /** Absent: the project's folder, `.`. */
  readonly context?: PathSetting;
  /** Relative to the context. Absent: `Dockerfile`. */
  readonly dockerfile?: Setting<string>;
  readonly dockerfileInline?: Setting<string>;
  readonly target?: Setting<string>;
  readonly args: readonly KeyValue[];
  readonly additionalContexts: readonly KeyValue[];
  readonly platforms: readonly Setting<string>[];
  readonly tags: readonly Setting<string>[];
  readonly network?: Setting<string>;
  readonly labels: readonly KeyValue[];
  readonly cacheFrom: readonly Setting<string>[];
  readonly cacheTo: readonly Setting<string>[];
  /** Of the key `build`. */
  readonly place: Place;
  readonly value: Located;
}

export function readBuild(service: Located): BuildSettings | undefined {
  const entry = entryAt(service, 'build');
  if (entry?.value.kind !== 'map') return undefined;
  const value = (key: string) => entryAt(entry.value, key)?.value;
  return {
    context: readPath(value('context')),
    dockerfile: textSetting(value('dockerfile')),
    dockerfileInline: textSetting(value('dockerfile_inline')),
    target: textSetting(value('target')),
    args: readKeyValues(value('args')),
    additionalContexts: readKeyValues(value('additional_contexts')),
    platforms: textSettings(value('platforms')),
    tags: textSettings(value('tags')),
    network: textSetting(value('network')),
    labels: readKeyValues(value('labels')),
    cacheFrom: textSettings(value('cache_from')),
    cacheTo: textSettings(value('cache_to')),
    place: entry.place,
    value: entry.value,
  };
}
