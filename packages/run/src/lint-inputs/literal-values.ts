import { splitWords } from './dockerfile-words.ts';

/** The values that a Dockerfile itself gives its variables, by name; none for an ARG that only a build gives one. */
export type LiteralValues = ReadonlyMap<string, ReadonlySet<string>>;

/** Those of ARG and ENV in all stages, as written. Source: Dockerfile reference, "ARG", "ENV". */
export function literalValues(lines: readonly string[]): LiteralValues {
  const values = new Map<string, Set<string>>();
  const add = (name: string, value?: string) => {
    const known = values.get(name) ?? new Set();
    values.set(name, value === undefined ? known : known.add(value));
  };
  for (const line of lines) {
    const [, keyword, rest = ''] = /^\s*(?:ONBUILD\s+)?(ARG|ENV)\s+(\S.*)$/is.exec(line) ?? [];
    if (!keyword) continue;
    const [, name, value] = /^(\w+)\s+(.*)$/s.exec(rest) ?? [];
    if (keyword.toUpperCase() === 'ENV' && name !== undefined) add(name, value!.trim());
    else for (const word of splitWords(rest)) addPair(word, add);
  }
  return values;
}

function addPair(word: string, add: (name: string, value?: string) => void): void {
  const at = word.indexOf('=');
  if (at < 0) add(word);
  else add(word.slice(0, at), word.slice(at + 1));
}
