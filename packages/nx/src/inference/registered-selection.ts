import type { NxJsonConfiguration } from '@nx/devkit';
import { readPluginOptions } from '../options/read-plugin-options.ts';
import { PACKAGE } from '../product-version.ts';
import { type EntryGlobs, entrySelection, hidesFiles } from './entry-selection.ts';
import { type Selection, selection } from './selection.ts';

interface Entry extends EntryGlobs {
  readonly options?: unknown;
}

/** How nx.json registers the plugin: once, or several times for different files. */
export function registeredEntries(nxJson: Pick<NxJsonConfiguration, 'plugins'> | null): readonly Entry[] {
  return (nxJson?.plugins ?? []).flatMap((entry) =>
    typeof entry === 'string' ? (entry === PACKAGE ? [{}] : []) : entry.plugin === PACKAGE ? [entry] : [],
  );
}

/** What the plugin looks at, by any of its registrations. Undefined where nothing is left out. */
export function registeredSelection(nxJson: Pick<NxJsonConfiguration, 'plugins'> | null): Selection | undefined {
  const ours = registeredEntries(nxJson).map((entry) => ({
    entry,
    options: readPluginOptions(entry.options).options,
  }));
  const isOfAll = ({ entry, options: { include, exclude } }: (typeof ours)[number]) =>
    !include && !exclude?.length && !hidesFiles(entry);
  if (ours.length === 0 || ours.some(isOfAll)) return undefined;
  const selections = ours.map(({ entry, options }) => ({
    isHanded: entrySelection(entry),
    isTaken: selection(options),
  }));
  return (path) => selections.some(({ isHanded, isTaken }) => isHanded(path) && isTaken(path));
}
