import { SECRET_MASK } from '../docker/without-secrets.ts';
import { looksSecret } from '../images/secret-arg.ts';
import type { BakeTarget } from './bake-target.ts';

/** Shorter values stand in too many words to be taken out of them. */
const SHORTEST = 4;

/** Takes the values of arguments that look like secrets out of what is shown, in every line and error of the build. */
export function maskOf(targets: readonly Pick<BakeTarget, 'args'>[]): (text: string) => string {
  const values = new Set<string>();
  for (const { args } of targets) {
    for (const [name, value] of args) if (value.length >= SHORTEST && looksSecret(name, value)) values.add(value);
  }
  // The longer first, so that no part of it is left behind.
  const all = [...values].sort((one, other) => other.length - one.length);
  return (text) => all.reduce((masked, value) => masked.replaceAll(value, SECRET_MASK), text);
}
