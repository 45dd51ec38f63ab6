import type { ConfigDocument, FoundPack, PolicySetting } from '@dockwarden-internal/policy';
import type { Place } from '@dockwarden-internal/syntax';
import type { NamedId } from './unknown-ids.ts';

type Way = readonly (string | number)[];

/** A configuration or a pack of the user's: its maps of settings, and where their words are written. */
export interface SettingsFile {
  readonly maps: readonly { readonly way: Way; readonly settings: Readonly<Record<string, PolicySetting>> }[];
  readonly locked: readonly string[];
  readonly path?: string;
  readonly placeOf?: (way: Way) => Place;
}

export function configFile(
  { policies = {}, overrides = [], locked = [] }: ConfigDocument,
  at: Pick<SettingsFile, 'path' | 'placeOf'>,
): SettingsFile {
  const maps = [
    { way: ['policies'], settings: policies },
    ...overrides.map((override, index) => ({ way: ['overrides', index, 'policies'], settings: override.policies })),
  ];
  return { maps, locked, ...at };
}

/** The packs that lie in files; those that come with the product are held to the same when it is built. */
export function packFiles(packs: readonly FoundPack[]): SettingsFile[] {
  return packs.flatMap(({ pack, location, placeOf }) =>
    pack && placeOf
      ? [{ maps: [{ way: ['policies'], settings: pack.policies }], locked: [], path: location, placeOf }]
      : [],
  );
}

/** Every word of a file that is to be a policy, a check or an alias. */
export function namedIn({ maps, locked }: SettingsFile): NamedId[] {
  return [
    ...maps.flatMap(({ way, settings }) => Object.keys(settings).map((word) => ({ word, way: [...way, word] }))),
    ...locked.map((word, index) => ({ word, way: ['locked', index] })),
  ];
}
