import { type Maybe, unresolved } from '../kernel/unsure.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { Known } from './expand-with.ts';

/** What a build hands to an ARG; unresolved where that is not known yet, absent where it hands nothing. */
export function givenValue({ buildArgs, laterArgs }: Dockerfile, name: string): Maybe<string> {
  return buildArgs?.get(name) ?? (laterArgs?.has(name) ? unresolved : undefined);
}

/** What an ARG without a value counts as: not set, once it is known what the build is handed. */
export function withoutValue({ buildArgs }: Dockerfile): Known {
  return buildArgs ? undefined : 'bare';
}
