import type { Reference } from '@dockwarden-internal/syntax';
import { applyLayers } from './apply-layers.ts';
import type { BaseEntry, BaseTable } from './base-entry.ts';
import type { BaseFacts } from './base-facts.ts';
import data from './base-table.json';
import { matchPattern } from './match-pattern.ts';
import { readEntry } from './read-entry.ts';

/** The built-in table. */
export const baseTable = data as unknown as BaseTable;

/**
 * What is known of the image that a reference names, by its repository and tag; undefined where it is not in the table, and for a digest
 * without a tag, which does not say which variant it is. `extra` are entries of the same shape that go before the table's.
 */
export function lookUpBase(reference: Reference, extra: readonly unknown[] = []): BaseFacts | undefined {
  const tag = reference.tag ?? (reference.digest === undefined ? 'latest' : undefined);
  if (tag === undefined) return undefined;
  const names = namesOf(reference).map((name) => `${name}:${tag}`);
  const found = find(extraEntries(extra), names, tag);
  return (found === undefined ? inTable(names, tag) : found) ?? undefined;
}

/** What the built-in table said, by name and tag: many stages build on the same few images. */
const answers = new Map<string, BaseFacts | null | undefined>();
const mostAnswers = 1000;

function inTable(names: readonly string[], tag: string): BaseFacts | null | undefined {
  const key = names.join(' ');
  if (answers.has(key)) return answers.get(key);
  if (answers.size >= mostAnswers) answers.clear();
  const repositories = names.map((name) => name.slice(0, name.lastIndexOf(':') + 1));
  const found = find(entriesOf(repositories), names, tag);
  answers.set(key, found);
  return found;
}

const ofRepository = new Map<string, readonly BaseEntry[]>();

/** The table's entries that may match a tag of these repositories (`node:`); most are of other images. */
function entriesOf(repositories: readonly string[]): readonly BaseEntry[] {
  const key = repositories.join(' ');
  let entries = ofRepository.get(key);
  if (!entries) {
    if (ofRepository.size >= mostAnswers) ofRepository.clear();
    const fits = (pattern: string) => {
      const head = /^[^*{]*/.exec(pattern)![0];
      return repositories.some((repository) => repository.startsWith(head) || head.startsWith(repository));
    };
    entries = baseTable.images.filter((entry) => entry.match.some(fits));
    ofRepository.set(key, entries);
  }
  return entries;
}

/** As Docker shows it and, for a mirror of Docker's official images, the official name. */
function namesOf({ familiarName, name }: Reference): string[] {
  const mirror = baseTable.mirrors.find((prefix) => familiarName.startsWith(prefix) || name.startsWith(prefix));
  if (mirror === undefined) return [familiarName];
  const rest = (familiarName.startsWith(mirror) ? familiarName : name).slice(mirror.length);
  return rest.includes('/') || rest === '' ? [familiarName] : [familiarName, rest];
}

/** Null where an entry says that nothing is known: the search ends there. */
function find(entries: readonly BaseEntry[], names: readonly string[], tag: string): BaseFacts | null | undefined {
  for (const entry of entries) {
    for (const pattern of entry.match) {
      for (const name of names) {
        const captures = matchPattern(pattern, name);
        if (!captures) continue;
        return entry.unknown ? null : applyLayers(baseTable, entry, pattern, tag, captures);
      }
    }
  }
  return undefined;
}

const profiles = Object.keys(baseTable.profiles);
const read = new WeakMap<readonly unknown[], readonly BaseEntry[]>();

function extraEntries(extra: readonly unknown[]): readonly BaseEntry[] {
  let entries = read.get(extra);
  if (!entries) {
    entries = extra.flatMap((value) => readEntry(value, profiles) ?? []);
    read.set(extra, entries);
  }
  return entries;
}
