import { flagValues, hasFlag, hasFlagOff } from '../commands/flags.ts';
import type { CommandReading } from '../commands/read-command.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import type { Install } from '../model/install.ts';
import { environmentValue } from './environment-value.ts';
import { INSTALL_SETTINGS, type InstallPart, type InstallSetting } from './install-settings.ts';
import { mayHaveMoreOptions } from './options-in-variables.ts';
import { configuredBefore } from './program-configuration.ts';
import { fedBy } from './shell-place.ts';

/** What the parts of an install are where no option says otherwise. */
const BY_DEFAULT: Readonly<Record<InstallPart, boolean>> = {
  frozen: false,
  dev: true,
  assumeYes: false,
  recommends: true,
  noCache: false,
  verified: true,
  offline: false,
  project: true,
  dependencies: true,
  builds: false,
};

/**
 * A part of an install: by its options, else by what its manager is set to in the environment or by `config set`. Unknown where a variable may hold
 * an option or a setting that decides it.
 */
export function installPart(install: Install, part: InstallPart): Maybe<boolean> {
  const known = partsOf(install);
  if (!known.has(part)) known.set(part, readPart(install, part));
  return known.get(part);
}

/** Policies ask each install for the same, once for every other. */
const partsOf = memo((_install: Install) => new Map<InstallPart, Maybe<boolean>>());

function readPart({ command, reading }: Install, part: InstallPart): Maybe<boolean> {
  const own = reading[part];
  if (own !== BY_DEFAULT[part] || deniesOtherwise(command.reading, part)) return own;
  if (mayHaveMoreOptions(command)) return unknown;
  return partBySettings(command, reading.manager, part) ?? own;
}

/** True where an option says what would be so without it, against what is set elsewhere. Yarn since 2, which has `--immutable`, reads no NODE_ENV. */
function deniesOtherwise(reading: CommandReading, part: InstallPart): boolean {
  if (part === 'frozen') return hasFlagOff(reading, '--frozen-lockfile --immutable');
  return part === 'dev' && (asksForDev(reading) || hasFlag(reading, '--immutable'));
}

function asksForDev(reading: CommandReading): boolean {
  const included = flagValues(reading, '--include').some((value) => value.startsWith('dev'));
  return included || hasFlagOff(reading, '--production --prod');
}

function partBySettings(command: Command, manager: string, part: InstallPart): Maybe<boolean> {
  let hidden = false;
  for (const setting of INSTALL_SETTINGS) {
    if (setting.part !== part || !setting.managers.split(' ').includes(manager)) continue;
    const value = settingOf(command, setting);
    const said = value === undefined || isUnsure(value) ? value : setting.read(value);
    if (isUnsure(said)) hidden = true;
    else if (said !== undefined) return said;
  }
  return hidden ? unknown : undefined;
}

/** The environment goes before what is written to a file. */
function settingOf(command: Command, { variables, config, inherited }: InstallSetting): Maybe<string> {
  const set = variables
    .split(' ')
    .filter(Boolean)
    .map((name) => environmentValue(command, name));
  const told = set.filter((value) => inherited || value !== unknown);
  const written = config && configuredBefore(command, ...config);
  return told.find((value) => value !== undefined && !isUnsure(value)) ?? written ?? told.find(isUnsure);
}

/** True where no prompt can stop it: by an option, a setting, or because its standard input is fed by `yes`. */
export function assumesYes(install: Install): Maybe<boolean> {
  const { command } = install;
  const assumed = installPart(install, 'assumeYes');
  return assumed !== true && fedWithYes(command.siblings).has(command) ? true : assumed;
}

const fedWithYes = memo(
  (commands: readonly Command[]): ReadonlySet<Command> =>
    new Set(commands.filter(({ reading }) => reading.name === 'yes').flatMap(fedBy)),
);
