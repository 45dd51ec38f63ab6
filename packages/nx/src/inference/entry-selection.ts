import { Minimatch } from 'minimatch';
import type { Selection } from './selection.ts';

/** What stands beside `plugin` in an entry of nx.json, by which Nx itself keeps files from a plugin. */
export interface EntryGlobs {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** Whether Nx hands less to the plugin than there is. */
export function hidesFiles({ include, exclude }: EntryGlobs): boolean {
  return Boolean(include?.length || exclude?.length);
}

/** Which files Nx hands over: globs count in turn where one of them begins with `!`. Source: Nx 24, project-configuration-utils. */
export function entrySelection({ include = [], exclude = [] }: EntryGlobs): Selection {
  const taken = matcher(include);
  const left = matcher(exclude);
  return (path) => (include.length === 0 || taken(path)) && !left(path);
}

function matcher(globs: readonly string[]): Selection {
  const steps = globs.map((glob) => {
    const isTaking = !glob.startsWith('!');
    return { isTaking, glob: new Minimatch(isTaking ? glob : glob.slice(1), { dot: true }) };
  });
  const first = steps[0]?.isTaking === false;
  return (path) => steps.reduce((answer, { isTaking, glob }) => (glob.match(path) ? isTaking : answer), first);
}
