import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** A ShellCheck that is installed. */
export interface Shellcheck {
  /** Absolute, links resolved. */
  readonly program: string;
  /** Changes when another is installed in its place. */
  readonly identity: string;
}

const NAME = process.platform === 'win32' ? 'shellcheck.exe' : 'shellcheck';

/** The first on a search path (`PATH`); folders that are relative to wherever somebody stands are passed over. */
export function findShellcheck(searchPath: string | undefined): Shellcheck | undefined {
  for (const folder of searchPath?.split(delimiter) ?? []) {
    const found = isAbsolute(folder) ? programAt(join(folder, NAME)) : undefined;
    if (found) return found;
  }
  return undefined;
}

function programAt(path: string): Shellcheck | undefined {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return undefined;
    accessSync(path, constants.X_OK);
    const program = realpathSync(path);
    return { program, identity: `${program} ${stats.size} ${stats.mtimeMs}` };
  } catch {
    return undefined;
  }
}
