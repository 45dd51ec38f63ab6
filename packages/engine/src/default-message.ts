import { isUnsure } from '@dockwarden-internal/facts';
import { type Entry, secretMask } from '@dockwarden-internal/policy';
import type { Hit } from './evaluate.ts';

/** What a check without a message says: its title, and the first clause that failed with what was found there. */
export function defaultMessage({ check, env }: Hit): string {
  const { word, condition } = check.verdict;
  const broken = condition().entries.find((entry) => entry.path && entry.test(env.self, env) === (word === 'forbid'));
  const trace = broken && word === 'require' ? `: ${describe(broken, { check, env, certain: true })}` : '';
  return `${check.title}${trace}`;
}

function describe(entry: Entry, { env }: Hit): string {
  const path = entry.path!;
  return `${path.text} is ${actual(entry, env)}, expected ${entry.expected}`;
}

function actual(entry: Entry, env: Hit['env']): string {
  const path = entry.path!;
  const owner = path.owner(env.self, env);
  if (path.property?.sensitive && owner !== undefined && !isUnsure(owner) && path.property.sensitive(owner as never))
    return secretMask;
  const value = path.read(env.self, env);
  if (value === undefined) return 'absent';
  if (isUnsure(value)) return 'not known';
  return typeof value === 'object' ? 'otherwise' : String(value);
}
