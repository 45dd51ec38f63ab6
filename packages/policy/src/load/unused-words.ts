import { isMap } from '@dockwarden-internal/syntax';
import type { PolicyDocument } from '../document.ts';
import type { Problem } from '../problem.ts';

/** Parameters and terms that a policy declares and says nowhere: who sets or mends them would alter nothing. */
export function unusedWords({ params, terms, examples: _, ...rest }: PolicyDocument): Problem[] {
  const used: Used = { params: new Set(), terms: new Set() };
  collect({ terms, ...rest }, used);
  return [
    ...strays('params', params, used.params, (name) => [
      `nothing uses the parameter \`${name}\``,
      `write { param: ${name} }, or take it out`,
    ]),
    ...strays('terms', terms, used.terms, (name) => [
      `nothing uses the term \`${name}\``,
      `write { is: ${name} }, or take it out`,
    ]),
  ];
}

interface Used {
  readonly params: Set<string>;
  readonly terms: Set<string>;
}

function strays(
  word: 'params' | 'terms',
  declared: object | undefined,
  used: ReadonlySet<string>,
  say: (name: string) => [message: string, hint: string],
): Problem[] {
  return Object.keys(declared ?? {})
    .filter((name) => !used.has(name))
    .map((name) => {
      const [message, hint] = say(name);
      return { code: 'policy/unused', path: [word, name], message, hint, atKey: true };
    });
}

/** `{ param: x }`, a path `params.x`, `{{ params.x }}` in a text, and `is: t`. */
function collect(value: unknown, used: Used): void {
  if (typeof value === 'string')
    for (const [, name] of value.matchAll(/\{\{\s*params\.([^\s}|]+)/g)) used.params.add(name!);
  if (Array.isArray(value)) for (const each of value) collect(each, used);
  if (!isMap(value)) return;
  for (const [word, inner] of Object.entries(value)) {
    if (word.startsWith('params.')) used.params.add(word.slice('params.'.length));
    if (word === 'param' && typeof inner === 'string') used.params.add(inner);
    if (word === 'is' && typeof inner === 'string') used.terms.add(inner);
    collect(inner, used);
  }
}
