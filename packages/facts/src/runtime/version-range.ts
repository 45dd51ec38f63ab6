import { type Maybe, unknown } from '../kernel/unsure.ts';
import {
  after,
  contains,
  everything,
  type Interval,
  intersect,
  padded,
  partialVersion,
  startingWith,
} from './version-interval.ts';

/** Code names of Node's long-term releases. Source: nodejs/Release. */
const nodeReleases: Readonly<Record<string, number>> = {
  argon: 4,
  boron: 6,
  carbon: 8,
  dubnium: 10,
  erbium: 12,
  fermium: 14,
  gallium: 16,
  hydrogen: 18,
  iron: 20,
  jod: 22,
  krypton: 24,
};

/** Runtimes of whose later versions a bare number in a manifest is the least: `go 1.25`, a Java release, `rust-version`. */
const least: ReadonlySet<string> = new Set(['go', 'java']);

/**
 * Whether the versions that an image's reference stands for (`22`: any 22) fit a range, in the notation of npm, of PEP 440 or of the file that has
 * it. Unknown where only some of them fit, and for names such as `lts/*` that mean something else every year.
 */
export function fitsRange(runtime: string, version: string, range: string, file: string): Maybe<boolean> {
  const numbers = partialVersion(version);
  const wanted = readRange(range, least.has(runtime) || /(^|\/)Cargo\.toml$/.test(file));
  if (!numbers || numbers.length === 0 || !wanted) return unknown;
  const has = startingWith(numbers);
  if (wanted.some((interval) => contains(interval, has))) return true;
  return wanted.some((interval) => intersect(interval, has)) ? unknown : false;
}

/** The intervals of a range; undefined where it is not understood. */
export function readRange(range: string, bareIsLeast = false): readonly Interval[] | undefined {
  const text = range.trim().slice(0, 500);
  const release = /^lts\/([a-z]+)$/i.exec(text)?.[1]?.toLowerCase();
  if (release !== undefined)
    return Object.hasOwn(nodeReleases, release) ? [startingWith([nodeReleases[release]!])] : undefined;
  if (text === '' || text === '*') return [everything];
  const alternatives = text.split('||').map((part) => readAlternative(part.trim(), bareIsLeast));
  return alternatives.includes(undefined)
    ? undefined
    : alternatives.filter((each) => each !== 'nothing').map((each) => each as Interval);
}

function readAlternative(text: string, bareIsLeast: boolean): Interval | 'nothing' | undefined {
  const hyphen = /^(\S+)\s+-\s+(\S+)$/.exec(text);
  const comparators = hyphen
    ? [`>=${hyphen[1]}`, `<=${hyphen[2]}`]
    : text.replace(/([<>=~^!])\s+/g, '$1').split(/[\s,]+/);
  let interval: Interval = everything;
  for (const comparator of comparators) {
    if (comparator === '') continue;
    const next = readComparator(comparator, bareIsLeast);
    if (!next) return undefined;
    const both = intersect(interval, next);
    if (!both) return 'nothing';
    interval = both;
  }
  return interval;
}

function readComparator(comparator: string, bareIsLeast: boolean): Interval | undefined {
  const [, operator = '', text = ''] = /^(===?|!=|~=|>=|<=|>|<|=|\^|~>?)?(.*)$/s.exec(comparator) ?? [];
  const numbers = partialVersion(text);
  if (!numbers) return undefined;
  if (numbers.length === 0) return everything;
  const from = padded(numbers);
  switch (operator) {
    case '>=':
      return { ...everything, from };
    case '>':
      return { ...everything, from: after(numbers) };
    case '<':
      return { ...everything, to: from };
    case '<=':
      return { ...everything, to: after(numbers) };
    case '^':
      return { from, to: after(numbers.slice(0, Math.max(1, numbers.findIndex((number) => number > 0) + 1))) };
    case '~':
    case '~>':
      return { from, to: after(numbers.slice(0, Math.min(2, numbers.length))) };
    case '~=':
      return { from, to: after(numbers.slice(0, Math.max(1, numbers.length - 1))) };
    // What is left out is too little to matter for an image's tag.
    case '!=':
      return everything;
    default:
      return bareIsLeast && operator === '' ? { ...everything, from } : startingWith(numbers);
  }
}
