import { isUnsure } from '@dockwarden-internal/facts';
import { type Entry, secretMask } from '@dockwarden-internal/policy';
import type { Hit } from './evaluate.ts';

/** What a check without a message says: its title, and the first clause that failed with what was found there and what should have been. */
export function defaultMessage({ check, env }: Hit): string {
  const { word, condition } = check.verdict;
  const broken = condition().entries.find((entry) => entry.path && entry.test(env.self, env) === (word === 'forbid'));
  if (!broken) return check.title;
  const found = `${check.title}: ${broken.path!.text} is ${actual(broken, env)}`;
  return word === 'require' ? `${found}, expected ${broken.expected}` : found;
}

function actual(entry: Entry, env: Hit['env']): string {
  const path = entry.path!;
  const owner = path.owner(env.self, env);
  if (path.property?.sensitive && owner !== undefined && !isUnsure(owner) && path.property.sensitive(owner as never))
    return secretMask;
  const value = path.read(env.self, env);
  if (value === undefined) return 'absent';
  if (isUnsure(value)) return 'not known';
  if (Array.isArray(value)) return value.length === 0 ? 'empty' : list(value);
  return typeof value === 'object' ? 'otherwise' : String(value);
}

/** As many as one reads in a sentence. */
const mostItems = 3;

/** Values themselves, of facts how many there are. */
function list(values: readonly unknown[]): string {
  if (values.some((each) => typeof each === 'object')) return `a list of ${values.length}`;
  const shown = values.slice(0, mostItems).join(', ');
  return values.length > mostItems ? `${shown} and ${values.length - mostItems} more` : shown;
}
