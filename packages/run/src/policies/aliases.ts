import { checksOf, lazily, type PolicyDocument, type PolicySetting } from '@dockwarden-internal/policy';

/** The policies and checks (`area/name/check`) that carry an alias, by the alias in lower case. */
export type AliasIndex = Pick<ReadonlyMap<string, readonly string[]>, 'get' | 'has'>;

/** Most runs name no alias, and the index of hundreds is never made. */
export function aliasIndex(documents: ReadonlyMap<string, PolicyDocument>): AliasIndex {
  const index = lazily(() => indexOf(documents.values()));
  return { get: (alias) => index().get(alias), has: (alias) => index().has(alias) };
}

function indexOf(documents: Iterable<PolicyDocument>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  const add = (alias: string, id: string) => {
    const key = alias.toLowerCase();
    index.set(key, [...(index.get(key) ?? []), id]);
  };
  for (const document of documents) {
    const checks = checksOf(document);
    // A check's own aliases stand in place of the policy's.
    const without = checks.filter(([, check]) => !check.aliases);
    const ids = without.length === checks.length ? [document.id] : without.map(([name]) => `${document.id}/${name}`);
    for (const alias of document.aliases ?? []) for (const id of ids) add(alias, id);
    for (const [name, check] of checks)
      for (const alias of check.aliases ?? []) add(alias, name === undefined ? document.id : `${document.id}/${name}`);
  }
  return index;
}

/** The ids that a configuration means by a word: an id as it is, an alias in any case. */
export function idsOf(word: string, index: AliasIndex): readonly string[] {
  return index.get(word.toLowerCase()) ?? [word];
}

/** Settings by ids alone. What is said of an id holds over what is said of an alias that it carries. */
export function withoutAliases(
  settings: Readonly<Record<string, PolicySetting>>,
  index: AliasIndex,
): Readonly<Record<string, PolicySetting>> {
  const entries = Object.entries(settings);
  const isAlias = ([word]: [string, PolicySetting]) => index.has(word.toLowerCase());
  if (!entries.some(isAlias)) return settings;
  const byAlias = entries
    .filter(isAlias)
    .flatMap(([word, setting]) => idsOf(word, index).map((id) => [id, setting] as const));
  return Object.fromEntries([...byAlias, ...entries.filter((entry) => !isAlias(entry))]);
}
