import type { Place } from '@dockwarden-internal/syntax';
import { at, entryAt, type Located } from '../located.ts';
import { type KeyValue, readKeyValues } from './key-values.ts';
import { type PathSetting, readPath } from './path-setting.ts';
import { flagSetting, numberSetting, type Setting, setting, textSetting, textSettings } from './setting.ts';

/** A secret or config that a service, or its build, is given. */
export interface FileMountSettings {
  /** The name of the secret or config. */
  readonly source?: Setting<string>;
  /** Absent: `/run/secrets/<source>` for a secret, `/<source>` for a config. */
  readonly target?: Setting<string>;
  /** File mode as a number: `0440` is 288. */
  readonly mode?: Setting<number>;
  readonly place: Place;
  readonly fixable: boolean;
}

/** `secrets` or `configs` of a service. */
export function readFileMounts(service: Located, key: 'secrets' | 'configs'): FileMountSettings[] {
  const list = at(service, key);
  if (list?.kind !== 'list') return [];
  return list.items.map((item) => ({
    source: textSetting(at(item, 'source')),
    target: textSetting(at(item, 'target')),
    mode: setting(at(item, 'mode'), (text, { value }) => readMode(text, value)),
    place: item.place,
    fixable: item.fixable,
  }));
}

/** A string is octal; a number was read as YAML reads it. */
function readMode(text: string, value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : undefined;
}

/** A network that a service is attached to. */
export interface NetworkSettings {
  readonly name: string;
  readonly aliases: readonly Setting<string>[];
  readonly place: Place;
  readonly fixable: boolean;
}

/** `networks` of a service; empty where it has none of its own and so is on the project's `default`. */
export function readNetworks(service: Located): NetworkSettings[] {
  const map = at(service, 'networks');
  if (map?.kind !== 'map') return [];
  return Array.from(map.entries.values(), ({ key, place, value }) => ({
    name: key,
    aliases: textSettings(at(value, 'aliases')),
    place,
    fixable: value.fixable,
  }));
}

/** A file of variables for the container. */
export interface EnvFileSettings {
  readonly path: PathSetting;
  readonly required: boolean;
  readonly place: Place;
}

export function readEnvFiles(service: Located): EnvFileSettings[] {
  const list = at(service, 'env_file');
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => {
    const path = readPath(at(item, 'path'));
    return path ? [{ path, required: flagSetting(at(item, 'required'))?.value !== false, place: item.place }] : [];
  });
}

/** Where a service's output goes. */
export interface LoggingSettings {
  /** Absent: the engine's default driver. */
  readonly driver?: Setting<string>;
  readonly options: readonly KeyValue[];
  readonly place: Place;
  readonly fixable: boolean;
}

export function readLogging(service: Located): LoggingSettings | undefined {
  const entry = entryAt(service, 'logging');
  if (entry?.value.kind !== 'map') return undefined;
  const { place, value } = entry;
  return {
    driver: textSetting(at(value, 'driver')),
    options: readKeyValues(at(value, 'options')),
    place,
    fixable: value.fixable,
  };
}

/** A device of the host in the container. */
export interface DeviceSettings {
  readonly source?: Setting<string>;
  readonly target?: Setting<string>;
  /** Of `r`, `w`, `m`. */
  readonly permissions?: Setting<string>;
  readonly place: Place;
  readonly fixable: boolean;
}

export function readDevices(service: Located): DeviceSettings[] {
  const list = at(service, 'devices');
  if (list?.kind !== 'list') return [];
  return list.items.map((item) => ({
    source: textSetting(at(item, 'source')),
    target: textSetting(at(item, 'target')),
    permissions: textSetting(at(item, 'permissions')),
    place: item.place,
    fixable: item.fixable,
  }));
}

/** One bound of the kernel's; a single number is both. */
export interface UlimitSettings {
  readonly name: string;
  readonly soft?: Setting<number>;
  readonly hard?: Setting<number>;
  readonly place: Place;
}

export function readUlimits(service: Located): UlimitSettings[] {
  const map = at(service, 'ulimits');
  if (map?.kind !== 'map') return [];
  return Array.from(map.entries.values(), ({ key, place, value }) => ({
    name: key,
    soft: numberSetting(value.kind === 'map' ? at(value, 'soft') : value),
    hard: numberSetting(value.kind === 'map' ? at(value, 'hard') : value),
    place,
  }));
}
