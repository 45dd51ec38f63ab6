import { contextKind } from '../context/context-kind.ts';
import { sameContextName } from '../context/context-name.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { Builder } from './builder.ts';
import { builders } from './builders.ts';

/** A context that goes by a name in the builds of a Dockerfile. */
export interface NamedContext {
  /** The image that it stands for, as the builders write it; unknown where it is something else, or where they do not agree. */
  readonly image: Maybe<string>;
}

/**
 * The context that a builder hands over by a name. Absent where none does, unknown where one hands over contexts that have to be evaluated:
 * then for bare names alone, since a tag or a path is hardly ever part of a context's.
 */
export function namedContext(dockerfile: Dockerfile, name: string): Maybe<NamedContext> {
  const all = builders(dockerfile);
  const given = all.map((builder) => givenBy(builder, name));
  if (given.some((each) => each)) return { image: commonImage(given) };
  return all.some(({ contexts }) => isUnsure(contexts)) && /^[\w-]+$/.test(name) ? unknown : undefined;
}

interface Given {
  readonly value: Maybe<string>;
}

function givenBy({ contexts }: Builder, name: string): Given | undefined {
  if (isUnsure(contexts)) return undefined;
  const entry = [...contexts].find(([context]) => sameContextName(context, name));
  return entry && { value: entry[1] };
}

function commonImage(given: readonly (Given | undefined)[]): Maybe<string> {
  const [first] = given;
  if (typeof first?.value !== 'string' || given.some((each) => each?.value !== first.value)) return unknown;
  const means = contextKind(first.value);
  return means.kind === 'image' ? means.reference : unknown;
}
