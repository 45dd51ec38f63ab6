import type { Place } from '@dockwarden-internal/syntax';
import type { unresolved } from '../../kernel/unsure.ts';
import { at, entryAt, type Located } from '../located.ts';
import { readDuration } from './quantities.ts';
import { flagSetting, numberSetting, type Setting, setting, textSettings } from './setting.ts';

/** A service's health check. */
export interface HealthcheckSettings {
  /** Absent: the image's own test, with these times. */
  readonly test?: HealthcheckTest;
  /** True for `disable: true` and for `test: NONE`. */
  readonly disabled: boolean | typeof unresolved;
  /** Milliseconds, all of them; absent: Docker's defaults. */
  readonly interval?: Setting<number>;
  readonly timeout?: Setting<number>;
  readonly startPeriod?: Setting<number>;
  readonly startInterval?: Setting<number>;
  readonly retries?: Setting<number>;
  /** Of the key `healthcheck`. */
  readonly place: Place;
  readonly fixable: boolean;
  readonly value: Located;
}

export interface HealthcheckTest {
  /** `shell`: a string or CMD-SHELL, run by the container's shell. `exec`: CMD. `none`: NONE. */
  readonly form: 'shell' | 'exec' | 'none';
  /** The words behind CMD, or the one line behind CMD-SHELL. */
  readonly words: readonly Setting<string>[];
  readonly place: Place;
}

export function readHealthcheck(service: Located): HealthcheckSettings | undefined {
  const entry = entryAt(service, 'healthcheck');
  if (entry?.value.kind !== 'map') return undefined;
  const { value } = entry;
  const duration = (key: string) => setting(at(value, key), readDuration);
  const test = readTest(at(value, 'test'));
  const disable = flagSetting(at(value, 'disable'))?.value ?? false;
  return {
    test,
    disabled: test?.form === 'none' ? true : disable,
    interval: duration('interval'),
    timeout: duration('timeout'),
    startPeriod: duration('start_period'),
    startInterval: duration('start_interval'),
    retries: numberSetting(at(value, 'retries')),
    place: entry.place,
    fixable: value.fixable,
    value,
  };
}

function readTest(value: Located | undefined): HealthcheckTest | undefined {
  const words = textSettings(value);
  if (!value || words.length === 0) return undefined;
  const { place } = value;
  if (value.kind === 'scalar') return { form: 'shell', words, place };
  const [kind, ...rest] = words;
  if (kind!.text === 'NONE') return { form: 'none', words: [], place };
  return { form: kind!.text === 'CMD-SHELL' ? 'shell' : 'exec', words: rest, place };
}
