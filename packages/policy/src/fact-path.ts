import {
  isUnsure,
  type KindName,
  type Maybe,
  type Property,
  type PropertyType,
  unknown,
} from '@dockwarden-internal/facts';
import type { Place } from '@dockwarden-internal/syntax';
import type { BoundType, Env } from './env.ts';
import { noSuchProperty } from './no-such-property.ts';
import type { DocumentPath } from './problem.ts';
import { kindOf, problem, propertiesOf, type Reading } from './reading.ts';

/** A dotted path of a policy, every word of it found in the vocabulary. */
export interface FactPath {
  readonly text: string;
  readonly type: PropertyType;
  /** The last property; absent where the path is a root alone (`self`, a bound name). */
  readonly property?: Property<never>;
  /** Kind that the last property belongs to. */
  readonly ownerKind?: KindName;
  /** The value: from the fact at hand, or from the environment for rooted paths. */
  readonly read: (fact: object, env: Env) => Maybe<unknown>;
  /** The fact that the last property is read from. */
  readonly owner: (fact: object, env: Env) => Maybe<object>;
  /** Where the value is written, else the nearest owner that stands somewhere. */
  readonly place: (fact: object, env: Env) => Place | undefined;
  /** Where the value itself is written; undefined where it is absent, or only an owner is. */
  readonly ownPlace: (fact: object, env: Env) => Place | undefined;
}

interface Step {
  readonly kind: KindName;
  readonly property: Property<never>;
}

/** Finds each word of a path; reports the first that does not exist and answers undefined. */
export function resolvePath(text: string, kind: KindName, reading: Reading, at: DocumentPath): FactPath | undefined {
  const words = text.split('.');
  const root = rootOf(words[0]!, kind, reading);
  if (root.rooted) words.shift();
  if (!root.type) return plainRoot(text, root, words, reading, at);
  let current: PropertyType = { shape: 'fact', kind: root.type };
  const steps: Step[] = [];
  for (const word of words) {
    if (current.shape !== 'fact') return notALink(text, steps, current, reading, at);
    const properties = propertiesOf(reading, current.kind);
    const property: Property<never> | undefined = Object.hasOwn(properties, word) ? properties[word] : undefined;
    if (!property) return noSuchProperty(word, current.kind, !root.rooted && steps.length === 0, reading, at);
    steps.push({ kind: current.kind, property });
    current = property.type;
  }
  return pathOf(text, current, root, steps, reading);
}

interface Root {
  readonly rooted: boolean;
  readonly type?: KindName;
  readonly plain?: 'string' | 'strings';
  readonly start: (fact: object, env: Env) => unknown;
}

function rootOf(word: string, kind: KindName, reading: Reading): Root {
  if (word === 'self') return { rooted: true, type: reading.selfKind, start: (_, env) => env.self };
  if (word === 'on') return { rooted: true, type: reading.onKind, start: (_, env) => env.on };
  const bound: BoundType | undefined = reading.bound.get(word);
  if (bound === undefined) return { rooted: false, type: kind, start: (fact) => fact };
  const start = (_: object, env: Env) => env.bound?.get(word);
  return typeof bound === 'string' ? { rooted: true, plain: bound, start } : { rooted: true, type: bound.kind, start };
}

function plainRoot(text: string, root: Root, rest: readonly string[], reading: Reading, at: DocumentPath) {
  if (rest.length > 0)
    return problem(reading, at, `${text.split('.')[0]} is plain text and has no property ${rest[0]}`);
  const type: PropertyType = { shape: root.plain === 'strings' ? 'scalars' : 'scalar', scalar: 'string' };
  return {
    text,
    type,
    read: root.start as FactPath['read'],
    owner: () => undefined,
    place: () => undefined,
    ownPlace: () => undefined,
  };
}

function notALink(text: string, steps: readonly Step[], type: PropertyType, reading: Reading, at: DocumentPath) {
  const reached = text.split('.').slice(0, steps.length).join('.');
  if (type.shape === 'scalar') return problem(reading, at, `${reached} is a value, not a fact with properties`);
  return problem(
    reading,
    at,
    `${reached} is a collection; \`${text}\` cannot step through it`,
    `use ${reached}: { some: { … } }, every or none`,
  );
}

function pathOf(text: string, type: PropertyType, root: Root, steps: readonly Step[], reading: Reading): FactPath {
  const walk = (fact: object, env: Env, length: number): Maybe<unknown> => {
    let value: unknown = root.start(fact, env);
    for (let i = 0; i < length; i++) {
      if (value === undefined) return undefined;
      if (isUnsure(value)) return unknown;
      value = steps[i]!.property.read(value as never);
    }
    return value;
  };
  const last = steps.at(-1);
  const read = singleStep(root, steps) ?? ((fact: object, env: Env) => walk(fact, env, steps.length));
  const placeOfFact = (kind: KindName, node: unknown): Place | undefined => kindOf(reading, kind).place(node as never);
  const placeAt = (fact: object, env: Env, length: number): Place | undefined => {
    const step = steps[length - 1];
    const owner = step && walk(fact, env, length - 1);
    if (step && owner !== undefined && !isUnsure(owner)) {
      const written = step.property.at?.(owner as never);
      if (written) return written;
    }
    const value = walk(fact, env, length);
    const factKind =
      length === 0 ? root.type! : step!.property.type.shape === 'fact' ? step!.property.type.kind : undefined;
    return factKind && value !== undefined && !isUnsure(value) ? placeOfFact(factKind, value) : undefined;
  };
  const place = (fact: object, env: Env): Place | undefined => {
    for (let length = steps.length; length >= 0; length--) {
      const found = placeAt(fact, env, length);
      if (found) return found;
    }
    return undefined;
  };
  return {
    text,
    type,
    ...(last && { property: last.property, ownerKind: last.kind }),
    read,
    owner: (fact, env) => walk(fact, env, Math.max(0, steps.length - 1)) as Maybe<object>,
    place,
    ownPlace: (fact, env) => placeAt(fact, env, steps.length),
  };
}

/** The usual path has one word; reading it needs no loop. */
function singleStep(root: Root, steps: readonly Step[]): FactPath['read'] | undefined {
  if (steps.length !== 1 || root.rooted) return undefined;
  const { read } = steps[0]!.property;
  return (fact) => read(fact as never);
}
