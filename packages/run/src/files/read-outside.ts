import { readFileSync } from 'node:fs';

/** Text of a file that was named outright, wherever it lies; undefined where it cannot be read. */
export function readOutside(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
