import { type PackageReading, packagesOf as readPackages } from '../commands/packages.ts';
import { readInstall } from '../commands/read-install.ts';
import { memo } from '../kernel/memo.ts';
import { type Maybe, unknown, unresolved } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import { placeOf } from '../model/dockerfile.ts';
import type { Install, Package } from '../model/install.ts';
import { withKnownOperands } from './operands-in-variables.ts';

/** What a command installs by; absent where it installs nothing. */
export const installOf = memo((command: Command): Install | undefined => {
  const reading = readInstall(command.reading);
  return reading && { command, reading };
});

/** The packages that a command installs by name, in order; those that it only runs (`npx x`) are none. */
export const packagesIn = memo((command: Command): readonly Package[] =>
  readPackages(withKnownOperands(command, command.reading))
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
