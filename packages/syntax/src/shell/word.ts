import type { DoubleQuotedChild, SyntaxNode, Word, WordPart } from 'unbash';
import { forEachChild } from 'unbash';
import { expandBraces } from './braces.ts';
import { expansionsIn } from './expansions.ts';
import type { Locate } from './located-text.ts';
import type { ShellWord } from './tree.ts';

/** A parsed word as the tree's: quotes removed, expansions kept as written. `braces` is false for a shell without brace expansion. */
export function readWord(node: Word, locate: Locate, braces = true): ShellWord {
  const { parts, text } = node;
  const span = locate(node.pos, node.end);
  if (!parts) {
    const { value } = node;
    return { text, value, shown: value, variables: NONE, quoted: text !== value, span };
  }
  const shown = parts.map(shownPart).join('');
  const varies = parts.some(variesPart);
  const several = braces && parts.some((part) => part.type === 'BraceExpansion');
  const variables = varies ? [...new Set(expansionsIn(node).map((found) => found.name))] : NONE;
  const word: Mutable<ShellWord> = { text, shown, variables, quoted: text !== shown, span };
  if (!varies && !several) word.value = shown;
  if (parts.some((part) => part.type === 'Glob' || part.type === 'ExtendedGlob')) word.glob = true;
  if (several && !varies) {
    const words = alternatives(parts);
    if (words) word.alternatives = words;
  }
  return word;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const NONE: readonly never[] = [];

function alternatives(parts: readonly WordPart[]): readonly string[] | undefined {
  return expandBraces(
    parts.map((part) => (part.type === 'BraceExpansion' ? { braces: part.text } : { text: shownPart(part) })),
  );
}

function shownPart(part: WordPart | DoubleQuotedChild): string {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return part.value;
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.map(shownPart).join('');
    default:
      return part.text;
  }
}

const LITERAL: ReadonlySet<string> = new Set([
  'Literal',
  'SingleQuoted',
  'AnsiCQuoted',
  'Glob',
  'ExtendedGlob',
  'BraceExpansion',
]);

/** True where the part's text is known only when the shell runs. */
function variesPart(part: SyntaxNode): boolean {
  if (part.type === 'DoubleQuoted' || part.type === 'LocaleString') return part.parts.some(variesPart);
  if (!LITERAL.has(part.type)) return true;
  let varies = false;
  forEachChild(part, (child) => {
    varies ||= variesPart(child);
  });
  return varies;
}
