import { type Root, rootWorld, sensitivePlaces } from '@dockwarden-internal/facts';
import { overlaps, type Place, type Span, stretchesIn, stretchesOf, textAt } from '@dockwarden-internal/syntax';

/** What must not be printed of the files that a finding shows. */
export function maskedPlaces(root: Root, shown: readonly Place[]): readonly Place[] {
  const paths = [...new Set(shown.map((place) => place.source.path))];
  const [first = [], ...more] = paths.map((path) => sensitivePlaces(rootWorld(root), path));
  // Findings of one file share one list.
  return more.length === 0 ? first : [...first, ...more.flat()];
}

/** How far before a secret its name is looked for, in characters. */
const nearby = 200;

/** The words of a place without the secrets in them; a secret is known by the name that stands before it. */
export function wordsWithoutSecrets(place: Place, masked: readonly Place[]): string {
  const { source, span } = place;
  const around = { start: Math.max(0, span.start - nearby), end: span.end };
  const hidden = stretchesIn(stretchesByFile(masked).get(source.path) ?? [], around);
  if (!hidden.some((each) => overlaps(each, span))) return textAt(place);
  const left = without(source.text, span, hidden);
  if (left.trim() !== '') return left;
  const before = without(source.text, { start: around.start, end: span.start }, hidden);
  return /\S*\s*$/.exec(before)![0];
}

const known = new WeakMap<readonly Place[], ReadonlyMap<string, readonly Span[]>>();

/** Findings of one file share one list of thousands of places at worst: it is sorted once. */
function stretchesByFile(masked: readonly Place[]): ReadonlyMap<string, readonly Span[]> {
  let files = known.get(masked);
  if (!files) {
    const spans = new Map<string, Span[]>();
    for (const { source, span } of masked) {
      const inFile = spans.get(source.path);
      if (inFile) inFile.push(span);
      else spans.set(source.path, [span]);
    }
    files = new Map([...spans].map(([path, inFile]) => [path, stretchesOf(inFile)]));
    known.set(masked, files);
  }
  return files;
}

/** A stretch of a text without what is hidden of it. */
function without(text: string, { start, end }: Span, hidden: readonly Span[]): string {
  let words = '';
  let at = start;
  for (const span of hidden) {
    words += text.slice(at, Math.min(span.start, end));
    at = Math.max(at, span.end);
  }
  return words + text.slice(at, Math.max(at, end));
}

/** A sentence; nothing where it repeats a secret. */
export function sentenceWithoutSecrets(sentence: string, masked: readonly Place[]): string {
  return masked.some((place) => sentence.includes(textAt(place))) ? '' : sentence;
}
