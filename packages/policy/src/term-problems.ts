import type { KindName, Vocabulary } from '@dockwarden-internal/facts';
import { isMap, suggest } from '@dockwarden-internal/syntax';
import { readCondition } from './condition.ts';
import type { ConditionDocument } from './document.ts';
import type { CompilePattern } from './pattern.ts';
import type { DocumentPath, Problem } from './problem.ts';
import { propertiesOf, type Reading } from './reading.ts';

interface TermSurroundings {
  readonly vocabulary: Vocabulary;
  readonly compilePattern: CompilePattern;
  readonly sharedTerms: Readonly<Record<string, ConditionDocument>>;
}

/**
 * What is wrong with a shared term, by the way in its file. No file says which kind of fact a term is about: one that fits some kind is
 * right, and of one that fits none it is told what keeps it from the kind that it comes nearest to.
 */
export function termProblems(name: string, around: TermSurroundings): Problem[] {
  const term = around.sharedTerms[name];
  const at: DocumentPath = ['terms', name.slice(name.indexOf('/') + 1)];
  let nearest: Problem[] | undefined;
  const first = firstWord(term);
  for (const kind of Object.keys(around.vocabulary) as KindName[]) {
    const reading = readingOn(kind, name, around);
    // A term is about a kind that has what it asks for first.
    if (first !== undefined && !Object.hasOwn(propertiesOf(reading.reading, kind), first.word)) continue;
    readCondition(term, kind, reading.reading, at);
    if (reading.problems.length === 0) return [];
    if (!nearest || reading.problems.length < nearest.length) nearest = reading.problems;
  }
  return nearest ?? [onNoKind(first!, at, around.vocabulary)];
}

function readingOn(kind: KindName, name: string, { vocabulary, compilePattern, sharedTerms }: TermSurroundings) {
  const problems: Problem[] = [];
  const reading: Reading = {
    vocabulary,
    compilePattern,
    params: {},
    terms: sharedTerms,
    report: (problem) => problems.push(problem),
    onKind: kind,
    selfKind: kind,
    bound: new Map(),
    seen: new Set(),
    openTerms: [name],
  };
  return { reading, problems };
}

interface FirstWord {
  readonly word: string;
  readonly way: DocumentPath;
}

/** The first property that a condition names, through `all`, `any` and `not`; none where it rests on other terms alone. */
function firstWord(condition: unknown): FirstWord | undefined {
  if (!isMap(condition)) return undefined;
  for (const [name, value] of Object.entries(condition)) {
    if (name === 'is' || /^(?:self|on|params)\./.test(name)) continue;
    if (name !== 'all' && name !== 'any' && name !== 'not') return { word: name.split('.')[0]!, way: [name] };
    const parts: unknown[] = name === 'not' ? [value] : Array.isArray(value) ? value : [];
    for (const [index, part] of parts.entries()) {
      const found = firstWord(part);
      if (found) return { ...found, way: [...(name === 'not' ? [name] : [name, index]), ...found.way] };
    }
  }
  return undefined;
}

function onNoKind({ word, way }: FirstWord, at: DocumentPath, vocabulary: Vocabulary): Problem {
  const words = Object.values(vocabulary).flatMap((kind) => Object.keys(kind.properties));
  const near = suggest(word, new Set(words));
  const hint = near ? `did you mean \`${near}\`?` : '`dockwarden facts --kinds` lists kinds and properties';
  const message = `\`${word}\` does not exist on any kind of fact`;
  return { code: 'policy/words', path: [...at, ...way], atKey: true, message, hint };
}
