import { isAbsolute } from 'node:path';
import type { RenamedSetting } from '@dockwarden-internal/engine';
import type { PolicyDocument } from '@dockwarden-internal/policy';
import { currentId } from './replacements.ts';
import { namedIn, type SettingsFile } from './settings-files.ts';

/** What a policy or check that was replaced is called today, by the name that it had; undefined for others. */
export function nowCalled(name: string, documents: ReadonlyMap<string, PolicyDocument>): string | undefined {
  const current = currentId(name, documents);
  return current === name ? undefined : current;
}

/** Names that policies had, in a file of settings of the workspace: what an installed pack says, who extends it cannot mend. */
export function renamedIn(file: SettingsFile, documents: ReadonlyMap<string, PolicyDocument>): RenamedSetting[] {
  const { path, placeOf } = file;
  if (!placeOf || path === undefined || isAbsolute(path)) return [];
  return namedIn(file).flatMap(({ word, way }) => {
    const now = nowCalled(word, documents);
    return now === undefined ? [] : [{ name: word, now, place: placeOf(way) }];
  });
}
