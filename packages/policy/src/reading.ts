import type { Kind, KindName, Property, Vocabulary } from '@dockwarden-internal/facts';
import type { ConditionDocument, ParamDeclaration } from './document.ts';
import type { BoundType } from './env.ts';
import type { CompilePattern } from './pattern.ts';
import type { DocumentPath, Problem } from './problem.ts';

/** What is known while the words of one check are read. */
export interface Reading {
  readonly vocabulary: Vocabulary;
  /** Declarations with the values in force: defaults, or what the configuration sets. */
  readonly params: Readonly<Record<string, Param>>;
  readonly terms: Readonly<Record<string, ConditionDocument>>;
  readonly compilePattern: CompilePattern;
  readonly report: (problem: Problem) => void;
  /** Kinds behind `on` and `self`. */
  readonly onKind: KindName;
  readonly selfKind: KindName;
  /** Names bound by `as` so far, in reading order. */
  readonly bound: Map<string, BoundType>;
  /** Names that some condition of the check binds, whether or not a finding implies it; `missing` is one. */
  readonly seen: Set<string>;
  /** Kind of the elements that the check steps into, while a condition about the policy's subject is read. */
  readonly elementKind?: KindName;
  /** Terms being read, to find cycles. */
  readonly openTerms: readonly string[];
}

export interface Param {
  readonly declaration: ParamDeclaration;
  readonly value: unknown;
  /** Its default is none, which is said where it is declared. */
  readonly unfit?: true;
}

/** Words of the language that cannot name a property, a bound element or a root of a path. */
export const reservedWords: ReadonlySet<string> = new Set(
  [
    'equals not exists oneOf matches glob startsWith under atLeast atMost',
    'some every none has hasAll count empty as ordered excludes keeps',
    'all any is self on params param fact missing',
  ].flatMap((words) => words.split(' ')),
);

export function kindOf(reading: Reading, name: KindName): Kind {
  const kind = reading.vocabulary[name];
  if (!kind) throw new Error(`no kind ${name} in the vocabulary`);
  return kind as unknown as Kind;
}

/** A kind's properties, whatever its node. */
export function propertiesOf(reading: Reading, name: KindName): Readonly<Record<string, Property<never>>> {
  return kindOf(reading, name).properties;
}

/** A name that `as` gives to an element, for what is read after it. */
export function giveName(name: string, type: BoundType, { bound, seen }: Reading): void {
  bound.set(name, type);
  seen.add(name);
}

export function problem(reading: Reading, path: DocumentPath, message: string, hint?: string): undefined {
  reading.report({ code: 'policy/words', path, message, ...(hint !== undefined && { hint }) });
  return undefined;
}
