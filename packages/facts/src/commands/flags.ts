import type { CommandReading } from './read-command.ts';

type Flags = Pick<CommandReading, 'flags'>;

/** True where one of these options (blank-separated, with dashes) is given, and not as `--option=false`. */
export function hasFlag(reading: Flags, names: string): boolean {
  const wanted = names.split(' ');
  return reading.flags.some(({ name, value }) => wanted.includes(name) && !isOff(value));
}

/** The values given to any of these options, in order. */
export function flagValues(reading: Flags, names: string): string[] {
  const wanted = names.split(' ');
  return reading.flags.flatMap(({ name, value }) => (wanted.includes(name) && value !== undefined ? [value] : []));
}

/** True where one of these options is given as `--option=false`, or by its `--no-` form. */
export function hasFlagOff(reading: Flags, names: string): boolean {
  const wanted = names.split(' ');
  const negated = wanted.map((name) => name.replace(/^--/, '--no-'));
  return reading.flags.some(
    ({ name, value }) => (wanted.includes(name) && isOff(value)) || (negated.includes(name) && !wanted.includes(name)),
  );
}

/** The ways in which the package managers spell "no". */
export function isOff(value: string | undefined): boolean {
  return value !== undefined && /^(false|no|0|off|disable)$/i.test(value);
}
