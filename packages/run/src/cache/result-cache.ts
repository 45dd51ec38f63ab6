import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Summary } from '@dockwarden-internal/engine';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import { cacheFolder } from './cache-folder.ts';
import { digest } from './digest.ts';
import { readSealed, readSealedJson, writeSealed } from './sealed-file.ts';
import type { StoredReport } from './stored-report.ts';
import { answersStand, type Question, type Texts, textsRead, withoutImplied } from './traced-file-system.ts';

/** What runs of one way of asking gave, as long as the disk answers every question of theirs as it did then. */
export interface ResultCache {
  /** The counts of a result that stands; undefined where there is none. */
  readonly summary: () => Summary | undefined;
  readonly report: () => { readonly report: StoredReport; readonly texts: Texts } | undefined;
  /** The result as it was printed in this rendering, in UTF-8. */
  readonly printed: (rendering: string) => Uint8Array | undefined;
  readonly keep: (questions: readonly Question[], summary: Summary, report: StoredReport) => void;
  readonly keepPrinted: (rendering: string, text: readonly Uint8Array[]) => void;
}

/** `id` tells the answers; what follows from them is in files that begin with it, so that no file is ever about others. */
interface Known {
  readonly id: string;
  readonly questions: readonly Question[];
  readonly summary: Summary;
}

/** Ways of asking of which results are kept. */
const mostKeys = 64;

export function resultCache(disk: NodeFileSystem, key: string): ResultCache {
  const all = cacheFolder(disk.root);
  const folder = join(all, key);
  let looked = false;
  let known: Known | undefined;

  const find = () => {
    if (looked) return known;
    looked = true;
    const stored = readSealedJson<Known>(join(folder, 'result.json'));
    known = stored && answersStand(disk, stored.questions) ? stored : undefined;
    return known;
  };
  const printedIn = (id: string, rendering: string) => join(folder, `${id}-${digest(rendering)}.txt`);

  return {
    summary: () => find()?.summary,
    report: () => {
      const stands = find();
      const report = stands && readSealedJson<StoredReport>(join(folder, `${stands.id}.json`));
      const texts = report && textsRead(disk, stands.questions);
      return texts && { report, texts };
    },
    printed: (rendering) => {
      const stands = find();
      return stands && readSealed(printedIn(stands.id, rendering));
    },
    keep: (questions, summary, report) => {
      const asked = withoutImplied(questions);
      const id = digest(JSON.stringify(asked));
      known = { id, questions: asked, summary };
      looked = true;
      trying(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeSealed(join(folder, `${id}.json`), JSON.stringify(report));
        writeSealed(join(folder, 'result.json'), JSON.stringify({ id, questions: asked, summary } satisfies Known));
        for (const name of readdirSync(folder))
          if (name !== 'result.json' && !name.startsWith(id)) rmSync(join(folder, name), { force: true });
        prune(all);
      });
    },
    keepPrinted: (rendering, text) => {
      if (known) trying(() => writeSealed(printedIn(known!.id, rendering), ...text));
    },
  };
}

/** A place that cannot be written to, or a disk that is full, only means that the next run looks again. */
function trying(write: () => void): void {
  try {
    write();
  } catch {
    // Nothing is lost.
  }
}

function prune(all: string): void {
  const names = readdirSync(all);
  if (names.length <= mostKeys) return;
  const byAge = names
    .map((name) => ({ name, time: statSync(join(all, name)).mtimeMs }))
    .sort((a, b) => a.time - b.time);
  for (const { name } of byAge.slice(0, names.length - mostKeys))
    rmSync(join(all, name), { recursive: true, force: true });
}
