import type { PlannedFile } from '../model/planned-file.ts';
import type { ReadText } from './compose-files.ts';
import { SECRETS_FOLDER } from './places.ts';

/**
 * The files of secrets that are not there yet, for development. Files, since Compose hands secrets from variables to no service whose root file
 * system is read-only. Source: docker compose, "`file` is the sole supported option".
 */
export function secretFiles(
  folder: (name: string) => string,
  names: readonly string[],
  read: ReadText,
  password: (name: string) => string = (name) => `development-${name}`,
): PlannedFile[] {
  return names
    .map((name) => ({ name, path: folder(`${SECRETS_FOLDER}/${name}`) }))
    .filter(({ name, path }) => name.endsWith('-password') && read(path) === undefined)
    .map(({ name, path }) => ({ path, text: `${password(name)}\n` }));
}
