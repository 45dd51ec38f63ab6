import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { PackDocument } from '../load/pack-document.ts';
import { overlay, type Settings } from './settings.ts';

/** Finds a pack by the word in `extends`, seen from the file that says it; a diagnostic where it cannot. */
export type FindPack = (name: string, from: string | undefined) => Promise<FoundPack>;

export interface FoundPack {
  readonly pack?: PackDocument;
  /** Names the pack in a cycle's sentence, and is where its own `extends` are looked for. */
  readonly location: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Lays packs over each other, depth first, in the order in which they are named; later wins. */
export async function resolvePacks(
  names: readonly string[],
  from: string | undefined,
  find: FindPack,
): Promise<{ readonly settings: Settings; readonly diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  let settings: Settings = new Map();
  const take = async (name: string, origin: string | undefined, way: readonly string[]): Promise<void> => {
    const found = await find(name, origin);
    diagnostics.push(...found.diagnostics);
    if (!found.pack) return;
    if (way.includes(found.location)) {
      const message = `the pack ${name} extends itself: ${[...way, found.location].join(' → ')}`;
      diagnostics.push({
        code: 'pack/cycle',
        message,
        hint: 'remove one of these extends',
        path: found.location,
        exit: 2,
      });
      return;
    }
    for (const parent of found.pack.extends ?? []) await take(parent, found.location, [...way, found.location]);
    settings = overlay(settings, found.pack.policies);
  };
  for (const name of names) await take(name, from, from === undefined ? [] : [from]);
  return { settings, diagnostics };
}
