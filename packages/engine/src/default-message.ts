import { isUnsure, type Scalar } from '@dockwarden-internal/facts';
import { type Entry, secretMask, spelledValue, type Told, toldOf } from '@dockwarden-internal/policy';
import type { Hit } from './evaluate.ts';

/** What a check without a message says: its title, and the first clause that failed with what was found there and what should have been. */
export function defaultMessage({ check, env }: Hit): Told {
  const { word, condition } = check.verdict;
  const broken = condition().entries.find((entry) => entry.path && entry.test(env.self, env) === (word === 'forbid'));
  if (!broken) return toldOf([own(check.title)]);
  const found = actual(broken, env);
  return toldOf([
    own(`${check.title}: ${broken.path!.text} is `),
    typeof found === 'string' ? own(found) : { text: found.value, own: false },
    own(word === 'require' ? `, expected ${broken.expected}` : ''),
  ]);
}

function own(text: string) {
  return { text, own: true };
}

/** What was found, or words for it. */
function actual(entry: Entry, env: Hit['env']): string | { readonly value: string } {
  const path = entry.path!;
  const owner = path.owner(env.self, env);
  if (path.property?.sensitive && owner !== undefined && !isUnsure(owner) && path.property.sensitive(owner as never))
    return secretMask;
  const value = path.read(env.self, env);
  if (value === undefined) return 'absent';
  if (isUnsure(value)) return 'not known';
  if (Array.isArray(value)) return listed(value);
  if (typeof value === 'object') return 'otherwise';
  const { type } = path;
  const place = path.ownPlace(env.self, env);
  return {
    value: String(type.shape === 'scalar' ? spelledValue(value as Scalar, type.scalar, place) : value),
  };
}

/** As many as one reads in a sentence. */
const mostItems = 3;

/** Values themselves, of facts how many there are. */
function listed(values: readonly unknown[]): ReturnType<typeof actual> {
  if (values.length === 0) return 'empty';
  if (values.some((each) => typeof each === 'object')) return `a list of ${values.length}`;
  const shown = values.slice(0, mostItems).join(', ');
  return { value: values.length > mostItems ? `${shown} and ${values.length - mostItems} more` : shown };
}
