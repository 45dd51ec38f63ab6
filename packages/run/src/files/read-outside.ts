import { readFileSync } from 'node:fs';

/** Reads a file that was named outright or is part of an installed package, wherever it lies. */
export type ReadOutside = (path: string) => string | undefined;

/** Undefined where it cannot be read. */
export const readOutside: ReadOutside = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};
