import type { ConfigDocument, FindPack } from '@dockwarden-internal/policy';
import { type AliasIndex, idsOf, withoutAliases } from './aliases.ts';

/** Packs of the user's may say `hadolint:DL3008` for the policies that carry that alias. */
export function knowingAliases(find: FindPack, aliases: AliasIndex): FindPack {
  return async (name, from) => {
    const found = await find(name, from);
    if (!found.pack || !found.placeOf) return found;
    return { ...found, pack: { ...found.pack, policies: withoutAliases(found.pack.policies, aliases) } };
  };
}

/** A configuration that says ids where it said aliases. */
export function configWithoutAliases(config: ConfigDocument, aliases: AliasIndex): ConfigDocument {
  const { policies, overrides, locked } = config;
  return {
    ...config,
    ...(policies && { policies: withoutAliases(policies, aliases) }),
    ...(overrides && {
      overrides: overrides.map((each) => ({ ...each, policies: withoutAliases(each.policies, aliases) })),
    }),
    ...(locked && { locked: locked.flatMap((word) => idsOf(word, aliases)) }),
  };
}
