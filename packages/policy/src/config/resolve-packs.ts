import type { Diagnostic, Place } from '@dockwarden-internal/syntax';
import type { PackDocument } from '../load/pack-document.ts';
import { overlay, type Settings } from './settings.ts';

/** Finds a pack by the word in `extends`, seen from the file that says it; a diagnostic where it cannot. */
export type FindPack = (name: string, from: string | undefined) => Promise<FoundPack>;

export interface FoundPack {
  readonly pack?: PackDocument;
  /** Names the pack in a cycle's sentence, and is where its own `extends` are looked for. */
  readonly location: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Where a key of the pack is written; of a pack in a file. */
  readonly placeOf?: (path: readonly (string | number)[]) => Place;
  /** Of a pack in a package: where the policies and terms lie that come with it. */
  readonly beside?: PackageFolder;
}

/** A folder of an installed package. */
export interface PackageFolder {
  /** Absolute, as it is installed: a link is not resolved. */
  readonly root: string;
  /** From there. */
  readonly folder: string;
}

export interface ResolvedPacks {
  readonly settings: Settings;
  /** Every pack that was taken in, each once. */
  readonly packs: readonly FoundPack[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Packs that one configuration may take in, each time that it is named: two that name two that name two are no end. */
const mostPacks = 1000;

/** Lays packs over each other, and all over `base`, depth first, in the order in which they are named; later wins. */
export async function resolvePacks(
  names: readonly string[],
  from: string | undefined,
  find: FindPack,
  base: Settings = new Map(),
  placeOf?: FoundPack['placeOf'],
): Promise<ResolvedPacks> {
  const diagnostics: Diagnostic[] = [];
  const packs = new Map<string, FoundPack>();
  let settings = base;
  let taken = 0;
  const take = async (
    name: string,
    index: number,
    origin: string | undefined,
    way: readonly string[],
    placeIn: FoundPack['placeOf'],
  ): Promise<void> => {
    if (++taken > mostPacks) return;
    const found = await find(name, origin);
    const { location, pack } = found;
    // Before its own faults: a configuration that is named as a pack has the wrong head, which is not what is wrong.
    if (way.includes(location)) {
      const message = `${way.length > 1 ? `the pack ${name}` : location} extends itself: ${[...way, location].join(' → ')}`;
      const place = placeIn?.(['extends', index]);
      const where = place ? { place } : { path: location };
      diagnostics.push({ code: 'pack/cycle', message, hint: 'remove one of these extends', ...where, exit: 2 });
      return;
    }
    if (!packs.has(location))
      diagnostics.push(...found.diagnostics.map((each) => named(each, placeIn?.(['extends', index]))));
    packs.set(location, found);
    if (!pack) return;
    for (const [at, parent] of (pack.extends ?? []).entries())
      await take(parent, at, location, [...way, location], found.placeOf);
    settings = overlay(settings, pack.policies);
  };
  for (const [at, name] of names.entries()) await take(name, at, from, from === undefined ? [] : [from], placeOf);
  if (taken > mostPacks) diagnostics.push(tooMany(from));
  return { settings, packs: [...packs.values()], diagnostics };
}

/** What has no place of its own, since there is no such pack, is told where the pack is named. */
function named(diagnostic: Diagnostic, place: Place | undefined): Diagnostic {
  return diagnostic.place || diagnostic.path !== undefined || !place ? diagnostic : { ...diagnostic, place };
}

function tooMany(from: string | undefined): Diagnostic {
  return {
    code: 'pack/many',
    message: `the packs name each other more than ${mostPacks} times`,
    hint: 'let fewer packs extend the same ones',
    ...(from !== undefined && { path: from }),
    exit: 2,
  };
}
