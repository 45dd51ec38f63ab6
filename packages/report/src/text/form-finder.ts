import { byCodeUnits } from '@dockwarden-internal/syntax';
import { partitionPoint } from '@dockwarden-internal/syntax/text/partition-point';
import type { SecretForm } from './secret-forms.ts';

/** Finds the forms that begin at a place of a text, longest first. */
export type FormFinder = (text: string, at: number) => readonly SecretForm[];

interface Entry {
  readonly form: SecretForm;
  /** The longest form that this one begins with. */
  readonly within: Entry | undefined;
}

const wordCharacter = /[\p{L}\p{N}_]/u;
const none: readonly SecretForm[] = [];

/**
 * A finder over sorted forms: a file may hold thousands of secrets and give thousands of texts, so that neither may be
 * gone through for each of the others. All forms that a text begins with are the greatest form that does not sort after it, or what that one begins with.
 */
export function formFinder(forms: readonly SecretForm[]): FormFinder {
  const entries = entriesOf(forms);
  const firsts = new Set(entries.map(({ form }) => form.text.charCodeAt(0)));
  const longest = forms.reduce((length, { text }) => Math.max(length, text.length), 0);
  return (text, at) => {
    if (!firsts.has(text.charCodeAt(at))) return none;
    const rest = text.slice(at, at + longest);
    // Made where something is found: texts are asked character by character.
    let found: SecretForm[] | undefined;
    for (let entry = lastUpTo(entries, rest); entry; entry = entry.within) {
      if (!rest.startsWith(entry.form.text) || !stands(entry.form, text, at)) continue;
      found ??= [];
      found.push(entry.form);
    }
    return found ?? none;
  };
}

/** Finds what either of two finds, the longest form first. */
export function eitherFinder(one: FormFinder, other: FormFinder): FormFinder {
  return (text, at) => {
    const found = one(text, at);
    const more = other(text, at);
    if (found.length === 0 || more.length === 0) return found.length === 0 ? more : found;
    return [...found, ...more].sort((a, b) => b.text.length - a.text.length);
  };
}

function entriesOf(forms: readonly SecretForm[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const form of [...forms].sort((a, b) => byCodeUnits(a.text, b.text))) {
    let within = entries.at(-1);
    while (within && !form.text.startsWith(within.form.text)) within = within.within;
    entries.push({ form, within });
  }
  return entries;
}

function lastUpTo(entries: readonly Entry[], text: string): Entry | undefined {
  return entries[partitionPoint(entries, ({ form }) => form.text <= text) - 1];
}

/** False where the form is but part of a longer word. */
function stands({ text: form, anywhere }: SecretForm, text: string, at: number): boolean {
  if (anywhere) return true;
  const end = at + form.length;
  return !joined(text[at - 1], form[0]) && !joined(form.at(-1), text[end]);
}

function joined(left = ' ', right = ' '): boolean {
  return wordCharacter.test(left) && wordCharacter.test(right);
}
