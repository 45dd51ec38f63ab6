import type { Place } from '@dockwarden-internal/syntax';
import { unresolved } from '../../kernel/unsure.ts';
import { at, type Located, type LocatedScalar } from '../located.ts';
import { cut, split } from '../pieces.ts';
import { type PathSetting, readPath } from './path-setting.ts';
import { readBytes } from './quantities.ts';
import { flagSetting, type Setting, setting, textSetting } from './setting.ts';

/** One mount of a service: an entry of `volumes`. */
export interface VolumeSettings {
  /** `bind`, `volume`, `tmpfs`, `npipe`, `cluster`, `image`. */
  readonly type: string | typeof unresolved;
  /** A path for `bind`; for other types a name, whose `path` is undefined. Absent: an anonymous volume. */
  readonly source?: PathSetting;
  readonly target?: Setting<string>;
  readonly readOnly: boolean | typeof unresolved;
  /** Absent: `rprivate`. */
  readonly propagation?: Setting<string>;
  readonly text: string;
  readonly place: Place;
  readonly fixable: boolean;
  readonly value: Located;
}

export function readVolumes(service: Located): VolumeSettings[] {
  const list = at(service, 'volumes');
  if (list?.kind !== 'list') return [];
  return list.items.map((item) => {
    const { source, span } = item.place;
    return {
      type: textSetting(at(item, 'type'))?.value ?? unresolved,
      source: readSource(item),
      target: textSetting(at(item, 'target')),
      readOnly: flagSetting(at(item, 'read_only'))?.value ?? false,
      propagation: textSetting(at(item, 'bind', 'propagation')),
      text: source.text.slice(span.start, span.end),
      place: item.place,
      fixable: item.fixable,
      value: item,
    };
  });
}

function readSource(volume: Located): PathSetting | undefined {
  const source = readPath(at(volume, 'source'));
  const type = textSetting(at(volume, 'type'))?.value;
  return source && typeof type === 'string' && type !== 'bind' ? { ...source, path: undefined } : source;
}

/** One entry of `tmpfs`: `PATH[:OPTIONS]`. */
export interface TmpfsSettings {
  readonly target: Setting<string>;
  /** Bytes. */
  readonly size?: Setting<number>;
  readonly options: readonly string[];
  readonly place: Place;
  readonly fixable: boolean;
}

export function readTmpfs(service: Located): TmpfsSettings[] {
  const list = at(service, 'tmpfs');
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => {
    if (item.kind !== 'scalar') return [];
    const [path, rest] = cut(item, ':');
    const options = rest ? split(rest, ',') : [];
    const size = options.map((option) => cut(option, '=')).find(([name]) => name.value === 'size')?.[1];
    return {
      target: textSetting(path)!,
      size: sizeSetting(size),
      options: options.map((option) => String(option.value)),
      place: item.place,
      fixable: item.fixable,
    };
  });
}

function sizeSetting(size: LocatedScalar | undefined): Setting<number> | undefined {
  return setting(size, readBytes);
}
