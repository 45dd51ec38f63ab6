import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import type { StoredReport } from './stored-report.ts';
import { answersStand, digest, type Question } from './traced-file-system.ts';

interface Entry {
  readonly questions: readonly Question[];
  readonly report: StoredReport;
}

/** Entries that are kept of one folder: one for each way of asking. */
const mostEntries = 64;

/** Where results are kept: with the packages, or in the user's cache. */
function folderOf(root: string): string {
  if (existsSync(join(root, 'node_modules'))) return join(root, 'node_modules', '.cache', 'dockwarden');
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'dockwarden');
}

/** A key for one way of asking: version, root, what was asked for, and the files that there are. */
export function cacheKey(parts: readonly unknown[]): string {
  return digest(JSON.stringify(parts))
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 24);
}

/** The result of an earlier run, if every question that it asked of the disk has the same answer today. */
export function findResult(
  disk: NodeFileSystem,
  key: string,
): { readonly report: StoredReport; readonly texts: ReadonlyMap<string, string> } | undefined {
  let entry: Entry;
  try {
    entry = JSON.parse(readFileSync(join(folderOf(disk.root), `${key}.json`), 'utf8')) as Entry;
  } catch {
    return undefined;
  }
  const texts = answersStand(disk, entry.questions);
  return texts && { report: entry.report, texts };
}

/** Keeps a result; a place that cannot be written to only means that the next run looks again. */
export function keepResult(
  disk: NodeFileSystem,
  key: string,
  questions: readonly Question[],
  report: StoredReport,
): void {
  const folder = folderOf(disk.root);
  const beside = join(folder, `${key}.${process.pid}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(beside, JSON.stringify({ questions, report } satisfies Entry));
    renameSync(beside, join(folder, `${key}.json`));
    prune(folder);
  } catch {
    // A read-only disk is no reason to fail.
  }
}

function prune(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  if (names.length <= mostEntries) return;
  const byAge = names
    .map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => a.time - b.time);
  for (const { name } of byAge.slice(0, names.length - mostEntries)) unlinkSync(join(folder, name));
}
