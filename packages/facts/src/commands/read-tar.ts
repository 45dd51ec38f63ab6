import type { ShellWord } from '@dockwarden-internal/syntax';
import { type FlagReading, spanFrom, wordValue } from './flag-reading.ts';
import type { ProgramTable } from './programs/find-program.ts';
import { type ArgumentsReading, readArguments } from './read-arguments.ts';

/** Letters without a dash, one of which says what to do. */
const BUNDLE = /^(?=.*[cxtruA])[A-Za-z]+$/;

/**
 * `tar xzf archive`: the first word may hold letters without a dash, and those that take a value take the next words in turn.
 * Source: GNU tar manual, "Old Option Style".
 */
export function readTarWords(words: readonly ShellWord[], table: ProgramTable): ArgumentsReading {
  const [bundle, ...rest] = words;
  if (!bundle || !BUNDLE.test(bundle.shown)) return readArguments(words, table);
  const flags: FlagReading[] = [];
  let at = 0;
  for (let index = 0; index < bundle.shown.length; index++) {
    const name = `-${bundle.shown[index]}`;
    const value = table.valued.has(name) ? rest[at] : undefined;
    if (value) at++;
    flags.push({ name, ...(value ? wordValue(value) : {}), span: spanFrom(bundle, index, index + 1), word: bundle });
  }
  const read = readArguments(rest.slice(at), table);
  return { ...read, flags: [...flags, ...read.flags] };
}
