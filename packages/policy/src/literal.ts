import type { Scalar, ScalarType } from '@dockwarden-internal/facts';

const sizeUnits: ReadonlyMap<string, number> = new Map(
  Object.entries({
    b: 1,
    k: 1024,
    kb: 1024,
    m: 1024 ** 2,
    mb: 1024 ** 2,
    g: 1024 ** 3,
    gb: 1024 ** 3,
  }),
);
const durationUnits: ReadonlyMap<string, number> = new Map(Object.entries({ ms: 1, s: 1000, m: 60_000, h: 3_600_000 }));

/** Reads a literal of a policy as the type of its path; a text with the reason where it is none. */
export function readLiteral(
  value: unknown,
  type: ScalarType,
): { readonly value: Scalar } | { readonly error: string; readonly hint?: string } {
  if (value === null) return { error: 'nothing stands here', hint: 'what is not there is written { exists: false }' };
  switch (type) {
    case 'string':
    case 'version':
      if (typeof value === 'string') return { value };
      return {
        error: `${print(value)} is a ${nameOfType(value)} where text is expected${typeof value === 'object' ? '' : ': write it in quotes'}`,
      };
    case 'boolean':
      if (typeof value === 'boolean') return { value };
      return { error: `${print(value)} is not true or false` };
    case 'number':
      if (typeof value === 'number') return { value };
      return { error: `${print(value)} is not a number` };
    case 'port':
      if (typeof value === 'number' && Number.isInteger(value)) return { value };
      if (typeof value === 'string' && /^\d+$/.test(value)) return { value: Number(value) };
      return { error: `${print(value)} is not a port number` };
    case 'size':
      return readSize(value) ?? { error: `${print(value)} is not a size such as 512m` };
    case 'duration':
      return readDuration(value) ?? { error: `${print(value)} is not a duration such as 30s or 1m30s` };
  }
}

/** Bytes, or a number with its unit. */
function readSize(value: unknown): { value: number } | undefined {
  if (typeof value === 'number') return { value };
  const match = typeof value === 'string' && /^(\d+(?:\.\d+)?)([a-z]+)$/i.exec(value);
  const unit = match && sizeUnits.get(match[2]!.toLowerCase());
  return unit ? { value: Number(match[1]) * unit } : undefined;
}

/** Numbers with their units, as Docker and Compose write them. One without could be seconds or milliseconds to who reads it. */
function readDuration(value: unknown): { value: number } | undefined {
  if (value === 0) return { value };
  if (typeof value !== 'string' || !/^(?:\d+(?:\.\d+)?(?:ms|[smh]))+$/.test(value)) return undefined;
  const parts = value.matchAll(/([\d.]+)([a-z]+)/g);
  return { value: Array.from(parts, ([, number, unit]) => Number(number) * durationUnits.get(unit!)!).reduce(sum) };
}

const sum = (a: number, b: number) => a + b;

/** A value as a policy writes it: durations with their units. */
export function spelled(value: Scalar, type: ScalarType): string {
  return type === 'duration' ? spelledDuration(Number(value)) : String(value);
}

function spelledDuration(milliseconds: number): string {
  let rest = milliseconds;
  const parts = [...durationUnits].reverse().map(([unit, size]) => {
    const count = unit === 'ms' ? rest : Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? '' : `${count}${unit}`;
  });
  return parts.join('') || '0s';
}

function nameOfType(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value === 'object' ? 'map' : typeof value;
}

function print(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

/** Compares versions number by number; a missing part counts as 0. Text that is no number compares as text. */
export function compareVersions(a: string, b: string): number {
  const left = a.split(/[.\-+]/);
  const right = b.split(/[.\-+]/);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const x = left[i] ?? '0';
    const y = right[i] ?? '0';
    const difference = /^\d+$/.test(x) && /^\d+$/.test(y) ? Number(x) - Number(y) : x < y ? -1 : x > y ? 1 : 0;
    if (difference !== 0) return difference;
  }
  return 0;
}
