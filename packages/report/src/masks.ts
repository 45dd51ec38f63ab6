import type { Finding, LintReport } from '@dockwarden-internal/engine';
import { type Place, type Span, type Stretch, stretchesIn, stretchesOf } from '@dockwarden-internal/syntax';
import { eitherFinder, type FormFinder, formFinder } from './text/form-finder.ts';
import { hideForms, mask } from './text/hide.ts';
import { formsOf, type SecretText } from './text/secret-forms.ts';

/** What a report must never print. Files are known by their text, so that spans are never laid over another version of it. */
export interface Masks {
  /** Stretches of a file to be printed as `•••`, sorted, none overlapping. */
  spansIn(fileText: string): readonly Span[];
  /** Text about a file with the file's secret values as `•••`. */
  hide(text: string, fileText: string): string;
  /** The same, also of values that stand in the open elsewhere in the file. */
  hideAll(text: string, fileText: string): string;
  /** Text about places, the first of which is in the file that it speaks of: also of those values in the open that the places touch. */
  hideAt(places: readonly Place[], text: string): string;
  /** What a finding says; the policy's own words stay, since a mask over one of them would tell the secret. */
  messageOf(finding: Finding): string;
  /** A finding's further text: reason, text of an edit. */
  hideFor(finding: Finding, text: string): string;
}

interface FileMasks {
  readonly stretches: readonly Stretch[];
  /** Finds all forms of the values. */
  readonly all: FormFinder;
  /** Finds those that stand nowhere in the open. */
  readonly hidden: FormFinder;
}

/**
 * Collects what the findings mask. A value that also stands in the open in its file (`postgres` as the password of
 * `postgres`) is hidden in the texts of findings that touch it, and elsewhere left readable: the file's frames show it anyway.
 */
export function masksOf(report: Pick<LintReport, 'findings'>): Masks {
  // Findings of one file mask the same stretches, mostly by one and the same list.
  return masksOfPlaces([...new Set(report.findings.map((finding) => finding.masked))].flat());
}

/** The masks of places whose text is secret. */
export function masksOfPlaces(secret: readonly Place[]): Masks {
  const files = new Map<string, FileMasks>();
  for (const [text, spans] of spansByFile(secret)) files.set(text, fileMasks(text, spans));
  const stretches = (fileText: string) => files.get(fileText)?.stretches ?? [];
  // Most files have nothing to hide, and most texts are about such.
  const hideIn = (text: string, fileText: string, which: 'all' | 'hidden') => {
    const file = files.get(fileText);
    return file ? hideForms(text, file[which]) : text;
  };
  const hide = (text: string, fileText: string) => hideIn(text, fileText, 'hidden');
  const findAt = (places: readonly Place[]): FormFinder => {
    const own = places.flatMap(({ source, span }) =>
      stretchesIn(stretches(source.text), span).flatMap(({ members }) => secretTexts(source.text, members)),
    );
    const inFile = (places[0] && files.get(places[0].source.text)?.hidden) ?? findsNothing;
    return own.length === 0 ? inFile : eitherFinder(formFinder(formsOf(own)), inFile);
  };
  const hideAt = (places: readonly Place[], text: string, within?: readonly Span[]) => {
    const find = findAt(places);
    return find === findsNothing ? text : hideForms(text, find, within);
  };
  return {
    spansIn: stretches,
    hide,
    hideAll: (text, fileText) => hideIn(text, fileText, 'all'),
    hideAt,
    messageOf: (finding) =>
      finding.values?.length === 0 ? finding.message : hideAt(placesOf(finding), finding.message, finding.values),
    hideFor: (finding, text) => hideAt(placesOf(finding), text),
  };
}

const findsNothing: FormFinder = () => [];

function placesOf({ place, related }: Finding): readonly Place[] {
  return [place, ...related.map((each) => each.place)];
}

function spansByFile(places: readonly Place[]): Map<string, Span[]> {
  const files = new Map<string, Map<string, Span>>();
  for (const { source, span } of places) {
    const spans = files.get(source.text) ?? new Map<string, Span>();
    files.set(source.text, spans.set(`${span.start}:${span.end}`, span));
  }
  return new Map([...files].map(([text, spans]) => [text, [...spans.values()]]));
}

function fileMasks(text: string, spans: readonly Span[]): FileMasks {
  const stretches = stretchesOf(spans);
  const forms = formsOf(secretTexts(text, spans));
  const all = formFinder(forms);
  const open = formsIn(inTheOpen(text, stretches), all);
  return { stretches, all, hidden: formFinder(forms.filter((form) => !open.has(form.text))) };
}

const wordCharacter = /[\p{L}\p{N}_]/u;

function secretTexts(text: string, spans: readonly Span[]): SecretText[] {
  const joined = (at: number) => wordCharacter.test(text[at - 1] ?? '') && wordCharacter.test(text[at] ?? '');
  return spans.map(({ start, end }) => ({ text: text.slice(start, end), glued: joined(start) || joined(end) }));
}

/** What is left of a file for all to read. */
function inTheOpen(text: string, stretches: readonly Span[]): string {
  let open = '';
  let at = 0;
  for (const { start, end } of stretches) {
    open += text.slice(at, start) + mask;
    at = end;
  }
  return open + text.slice(at);
}

function formsIn(text: string, find: FormFinder): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at < text.length; at++) for (const form of find(text, at)) found.add(form.text);
  return found;
}
