import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, '../stacks-measured.json');

/** What was measured of cases the last time that somebody asked for it to be kept, by name. */
export function readMeasured() {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Keeps what was measured; cases that were not run stay as they are. */
export function recordMeasured(measured) {
  const merged = Object.entries({ ...readMeasured(), ...measured }).sort(([one], [other]) => (one < other ? -1 : 1));
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(merged), undefined, 2)}\n`);
}
