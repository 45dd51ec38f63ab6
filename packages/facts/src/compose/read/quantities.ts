import { DURATION_UNITS } from '../../runtime/duration.ts';

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  t: 2 ** 40,
  p: 2 ** 50,
};

/** Bytes of `512m`, `1.5 GiB`, `1024`: units are powers of 1024, in any case. Source: docker/go-units RAMInBytes. */
export function readBytes(text: string): number | undefined {
  const match = /^(\d+(?:\.\d*)?|\.\d+) ?(?:([kmgtp])(?:b|ib)?|b)?$/i.exec(text);
  return match ? Math.trunc(Number(match[1]) * UNITS[(match[2] ?? '').toLowerCase()]!) : undefined;
}

/** Milliseconds of a unit: those of Go, days and weeks. */
const DURATIONS: ReadonlyMap<string, number> = new Map(
  Object.entries({ ...DURATION_UNITS, d: 86_400_000, w: 604_800_000 }),
);

/** Milliseconds of `1m30s`, `1.5h`, `500ms`, `2d`; a bare number other than 0 has no unit and is no duration. */
export function readDuration(text: string): number | undefined {
  const bare = text.replace(/^[-+]/, '');
  if (bare === '0') return 0;
  if (!/^(?:(?:\d+(?:\.\d*)?|\.\d+)[a-zµμ]+)+$/.test(bare)) return undefined;
  let sum = 0;
  for (const [, number, unit] of bare.matchAll(/(\d+(?:\.\d*)?|\.\d+)([a-zµμ]+)/g)) {
    const factor = DURATIONS.get(unit!);
    if (factor === undefined) return undefined;
    sum += Number(number) * factor;
  }
  return text.startsWith('-') ? -sum : sum;
}
