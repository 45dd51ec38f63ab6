import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../cache/cache-folder.ts';
import { digest } from '../cache/digest.ts';
import { readSealedJson, writeSealed } from '../cache/sealed-file.ts';
import type { Shellcheck } from './find-shellcheck.ts';
import type { ShellComment } from './read-comments.ts';
import { type KnownScripts, keyOf } from './shell-findings.ts';

type Kept = Readonly<Record<string, readonly ShellComment[]>>;

/** Scripts that are kept, the newest. */
const MOST = 4000;

/** What the same ShellCheck found in scripts before, kept with the results of the root; `keep` writes what is new. */
export function knownScripts(
  root: string,
  { identity }: Shellcheck,
  noCache: boolean,
): KnownScripts & { readonly keep: () => void } {
  const path = join(dirname(cacheFolder(root)), 'shellcheck.json');
  const known = new Map(Object.entries((noCache ? undefined : readSealedJson<Kept>(path)) ?? {}));
  let added = 0;
  const nameOf = (script: Parameters<KnownScripts['get']>[0]) => digest(`${identity}\n${keyOf(script)}`);
  return {
    get: (script) => known.get(nameOf(script)),
    add: (script, comments) => {
      known.set(nameOf(script), comments);
      added++;
    },
    keep: () => {
      if (noCache || added === 0) return;
      try {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        writeSealed(path, JSON.stringify(Object.fromEntries([...known].slice(-MOST))));
      } catch {
        // A folder that cannot be written to only costs the next run its time.
      }
    },
  };
}
