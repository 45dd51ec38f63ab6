import { isUnsure, type KindName } from '@dockwarden-internal/facts';
import { isMap, suggest, suggestScoped } from '@dockwarden-internal/syntax';
import { collectionMatcher } from './collection-matcher.ts';
import type { Env } from './env.ts';
import { type FactPath, resolvePath } from './fact-path.ts';
import { ignoreMatcher, ignoreOperators } from './ignore-matcher.ts';
import { every, type Kleene, not, some } from './kleene.ts';
import { allOf, anyOf, type Bindings, flip, noBindings } from './names.ts';
import { paramPath } from './param-path.ts';
import type { DocumentPath } from './problem.ts';
import { kindOf, problem, propertiesOf, type Reading } from './reading.ts';
import { exists, scalarMatcher } from './scalar-matcher.ts';

/** A condition compiled to one closure. */
export interface Condition extends Bindings {
  readonly test: (fact: object, env: Env) => Kleene;
  /** Its entries, for the default message: the first that fails says what was expected. */
  readonly entries: readonly Entry[];
}

export interface Entry extends Bindings {
  readonly test: (fact: object, env: Env) => Kleene;
  readonly path?: FactPath;
  readonly expected: string;
  /** True where the entry reads parameters only. */
  readonly fixed?: boolean;
}

const combinators = ['all', 'any', 'not', 'is'] as const;

/** Compiles `{ path: matcher, … }` with `all`, `any`, `not` and `is`; every entry must hold. */
export function readCondition(
  document: unknown,
  kind: KindName,
  reading: Reading,
  at: DocumentPath,
): Condition | undefined {
  if (!isMap(document)) return problem(reading, at, 'a condition is a map of paths and what they must be');
  const names = Object.keys(document);
  if (names.length === 0)
    return problem(reading, at, 'an empty condition says nothing', 'leave it out, or name a path');
  const entries: Entry[] = [];
  let whole = true;
  for (const name of names) {
    const entry = readEntry(name, document[name], kind, reading, [...at, name]);
    if (entry) entries.push(entry);
    else whole = false;
  }
  return whole ? conjunction(entries) : undefined;
}

function conjunction(entries: readonly Entry[]): Condition {
  const bindings = allOf(entries);
  if (entries.length === 1) return { ...bindings, test: entries[0]!.test, entries };
  return { ...bindings, test: (fact, env) => every(entries, (entry) => entry.test(fact, env)), entries };
}

function readEntry(
  name: string,
  value: unknown,
  kind: KindName,
  reading: Reading,
  at: DocumentPath,
): Entry | undefined {
  switch (name) {
    case 'all':
    case 'any':
      return readList(name, value, kind, reading, at);
    case 'not': {
      const { key } = kindOf(reading, kind);
      if (!isMap(value) && key !== undefined)
        return problem(reading, at, 'not takes a condition here', `for one value write ${key}: { not: … }`);
      const inner = readCondition(value, kind, reading, at);
      return inner && { ...flip(inner), test: (fact, env) => not(inner.test(fact, env)), expected: 'the opposite' };
    }
    case 'is':
      return readTerm(value, kind, reading, at);
    default:
      return readPathEntry(name, value, kind, reading, at);
  }
}

function readList(
  word: 'all' | 'any',
  value: unknown,
  kind: KindName,
  reading: Reading,
  at: DocumentPath,
): Entry | undefined {
  if (!Array.isArray(value) || value.length === 0) return problem(reading, at, `${word} takes a list of conditions`);
  const parts = value.map((part, index) => readCondition(part, kind, reading, [...at, index]));
  if (parts.includes(undefined)) return undefined;
  const conditions = parts as Condition[];
  const join = word === 'all' ? every : some;
  return {
    ...(word === 'all' ? allOf(conditions) : anyOf(conditions)),
    test: (fact, env) => join(conditions, (condition) => condition.test(fact, env)),
    expected: word === 'all' ? 'all of these' : 'any of these',
  };
}

function readTerm(value: unknown, kind: KindName, reading: Reading, at: DocumentPath): Entry | undefined {
  if (typeof value !== 'string') return problem(reading, at, 'is takes the name of a term');
  const term = Object.hasOwn(reading.terms, value) ? reading.terms[value] : undefined;
  if (!term) {
    const names = Object.keys(reading.terms);
    const near = suggestScoped(value, names);
    const hint = near ? `did you mean \`${near}\`?` : 'define it under terms, or in a file policies/**/*.terms.yaml';
    return problem(reading, at, `there is no term \`${value}\``, hint);
  }
  if (reading.openTerms.includes(value)) {
    const message = `the term \`${value}\` is defined by itself: ${[...reading.openTerms, value].join(' → ')}`;
    return problem({ ...reading, report: (each) => reading.report({ ...each, code: CYCLE }) }, at, message);
  }
  const within: Reading = { ...reading, openTerms: [...reading.openTerms, value] };
  const condition = isShared(value)
    ? readCondition(term, kind, { ...within, report: atItsUse(value, kind, reading, at) }, [])
    : readCondition(term, kind, within, ['terms', value]);
  return condition && { ...condition, expected: `to be ${value}` };
}

const CYCLE = 'policy/term-cycle';

/** Terms of a policy itself have no `/` in their names. */
function isShared(term: string): boolean {
  return term.includes('/');
}

/** What does not fit in a term of another file is told where the term is used. */
function atItsUse(term: string, kind: KindName, { report }: Reading, at: DocumentPath): Reading['report'] {
  return ({ code, message, hint }) => {
    const said = code === CYCLE ? message : `the term \`${term}\` is not about a ${kind}: ${message}`;
    report({ code, path: at, message: said, ...(hint !== undefined && { hint }) });
  };
}

function readPathEntry(
  name: string,
  value: unknown,
  kind: KindName,
  reading: Reading,
  at: DocumentPath,
): Entry | undefined {
  if (name.startsWith('params.')) return paramPath(name, value, reading, at);
  const atKey: Reading = { ...reading, report: (each) => reading.report({ ...each, atKey: true }) };
  if (!name.includes('.') && !Object.hasOwn(propertiesOf(reading, kind), name) && !reading.bound.has(name)) {
    const near = suggest(name, combinators);
    if (near) return problem(atKey, at, `\`${name}\` does not exist on ${kind}`, `did you mean \`${near}\`?`);
  }
  const path = resolvePath(name, kind, atKey, at);
  return path && readMatcher(path, value, reading, at);
}

/** The path's type decides: a value takes operators, a collection its own, a fact a condition or `exists`. */
function readMatcher(path: FactPath, value: unknown, reading: Reading, at: DocumentPath): Entry | undefined {
  const { type } = path;
  if (type.shape === 'scalar') {
    const matcher = scalarMatcher(value, type, reading, at);
    return (
      matcher && {
        ...noBindings,
        test: (fact, env) => matcher.test(path.read(fact, env), env),
        path,
        expected: matcher.expected,
      }
    );
  }
  if (type.shape === 'facts' || type.shape === 'scalars') {
    const matcher = collectionMatcher(path, value, reading, at);
    return matcher && { ...matcher, path };
  }
  return linkMatcher(path, type.kind, value, reading, at);
}

function linkMatcher(
  path: FactPath,
  kind: KindName,
  value: unknown,
  reading: Reading,
  at: DocumentPath,
): Entry | undefined {
  if (!isMap(value))
    return problem(
      reading,
      at,
      `${path.text} is a ${kind}, not a value`,
      `name one of its properties: ${path.text}.…, or use { exists: true }`,
    );
  if (kind === 'ignore' && Object.keys(value).some((word) => ignoreOperators.has(word)))
    return ignoreMatcher(path, value, reading, at);
  const { exists: wanted, ...rest } = value;
  if (wanted !== undefined && typeof wanted !== 'boolean')
    return problem(reading, [...at, 'exists'], 'exists takes true or false');
  const present: Entry | undefined =
    typeof wanted === 'boolean'
      ? {
          ...noBindings,
          test: (fact, env) => exists(path.read(fact, env), wanted),
          path,
          expected: wanted ? 'to be there' : 'to be absent',
        }
      : undefined;
  if (Object.keys(rest).length === 0)
    return present ?? problem(reading, at, 'an empty map says nothing', 'name a property, or use { exists: true }');
  const inner = readCondition(rest, kind, reading, at);
  if (!inner) return undefined;
  const nested: Entry = {
    whenTrue: inner.whenTrue,
    whenFalse: inner.whenFalse,
    test: (fact, env) => {
      const target = path.read(fact, env);
      if (target === undefined) return false;
      return isUnsure(target) ? null : inner.test(target as object, env);
    },
    path,
    expected: inner.entries[0]?.expected ?? 'to fit',
  };
  return present ? { ...conjunction([present, nested]), path, expected: nested.expected } : nested;
}
