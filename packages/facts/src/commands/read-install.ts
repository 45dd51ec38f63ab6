import type { InstallReading } from './install-reading.ts';
import { LANGUAGE_INSTALLS } from './language-install.ts';
import { NODE_INSTALLS } from './node-install.ts';
import { PYTHON_INSTALLS } from './python-install.ts';
import type { CommandReading } from './read-command.ts';
import { SYSTEM_INSTALLS } from './system-install.ts';

export type { Ecosystem, InstallReading } from './install-reading.ts';

const READERS = { ...SYSTEM_INSTALLS, ...PYTHON_INSTALLS, ...NODE_INSTALLS, ...LANGUAGE_INSTALLS };

/**
 * What a command installs by, and how; undefined for one that installs nothing. A launcher's program is looked through (`yarn workspace x add y`,
 * `poetry run pip install`). What the environment decides (NODE_ENV, PIP_NO_CACHE_DIR, DEBIAN_FRONTEND) is left to those who know it.
 */
export function readInstall(reading: CommandReading): InstallReading | undefined {
  return readOwnInstall(reading) ?? (reading.launched && readInstall(reading.launched));
}

/** The same without looking through a launcher. */
export function readOwnInstall(reading: CommandReading): InstallReading | undefined {
  const { program, subcommand } = reading;
  const reader = program !== undefined && Object.hasOwn(READERS, program) ? READERS[program] : undefined;
  return reader?.(reading, subcommand?.text ?? '');
}
