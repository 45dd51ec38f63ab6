import { flagValues, hasFlag, hasFlagOff } from '../commands/flags.ts';
import { type PackageReading, packagesOf as readPackages } from '../commands/packages.ts';
import type { CommandReading } from '../commands/read-command.ts';
import { type InstallReading, readInstall } from '../commands/read-install.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown, unresolved } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import { placeOf } from '../model/dockerfile.ts';
import type { Install, Package } from '../model/install.ts';
import { environmentValue } from './environment-value.ts';
import { fedBy } from './shell-place.ts';

/** What a command installs by; absent where it installs nothing. */
export const installOf = memo((command: Command): Install | undefined => {
  const reading = readInstall(command.reading);
  return reading && { command, reading };
});

/** The packages that a command installs by name, in order; those that it only runs (`npx x`) are none. */
export const packagesIn = memo((command: Command): readonly Package[] =>
  readPackages(command.reading)
    .filter(({ transient }) => !transient)
    .map((reading) => ({ command, reading, place: placeOf(command.run.dockerfile, reading.span) })),
);

/** A part of a package as written; unresolved where a variable is in it, unknown where a variable may hold it. */
export function packagePart(reading: PackageReading, part: 'name' | 'version' | 'release'): Maybe<string> {
  const value = reading[part];
  if (!reading.unresolved) return value;
  if (value === undefined) return unknown;
  return value.includes('$') || value.includes('`') ? unresolved : value;
}

/**
 * Whether development dependencies come along. Where the options of npm, pnpm and Yarn 1 do not say, NODE_ENV does; what bun makes of it is not
 * relied on. Source: npm docs, config "omit"; Yarn 1 CLI, "install"; pnpm install.
 */
export function installsDev({ command, reading }: Install): Maybe<boolean> {
  const { ecosystem, dev, scope } = reading;
  if (dev === false || scope !== 'project' || ecosystem !== 'npm' || asksForDev(command.reading)) return dev;
  const mode = environmentValue(command, 'NODE_ENV');
  if (mode !== 'production') return isUnsure(mode) ? unknown : true;
  return reading.manager === 'bun' ? unknown : hasFlag(command.reading, '--immutable');
}

function asksForDev(reading: CommandReading): boolean {
  const included = flagValues(reading, '--include').some((value) => value.startsWith('dev'));
  return included || hasFlagOff(reading, '--production --prod');
}

/** True where no prompt can stop it: by an option, or because its standard input is fed by `yes`. */
export function assumesYes({ command, reading }: Install): InstallReading['assumeYes'] {
  if (reading.assumeYes === true) return true;
  const saysYes = (other: Command) => other.reading.name === 'yes' && fedBy(other).includes(command);
  return command.siblings.some(saysYes) || reading.assumeYes;
}
