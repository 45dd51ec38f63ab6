import { flagValues, hasFlag } from './flags.ts';
import type { CommandReading } from './read-command.ts';
import { readOwnInstall } from './read-install.ts';
import {
  cargoSpec,
  composerSpec,
  condaSpec,
  gemSpec,
  goSpec,
  npmSpec,
  pipSpec,
  poetrySpec,
} from './specs/language-specs.ts';
import {
  apkSpec,
  aptSpec,
  dnfSpec,
  fileSpec,
  moduleSpec,
  nameSpec,
  type SpecReader,
  zypperSpec,
} from './specs/system-specs.ts';

/** How the operands of an installing command are read. */
export interface PackageNotation {
  readonly read: SpecReader;
  /** Options whose values are files that name packages; where there are any, `--editable` names a package too. */
  readonly files: string;
  /** Options whose values are packages. */
  readonly named?: string;
  /** How many operands are packages, where not all are. */
  readonly operands?: number;
  readonly transient?: true;
}

const PIP_FILES = '-r --requirement --requirements';
const CONDA_FILES = '-f --file';
const FILES: Readonly<Record<string, string>> = {
  pip: PIP_FILES,
  conda: CONDA_FILES,
  mamba: CONDA_FILES,
  micromamba: CONDA_FILES,
};

/** The notation of the manager, if the command installs or runs what its operands name. */
export function specReaderFor(reading: CommandReading): PackageNotation | undefined {
  return runNotation(reading) ?? (readOwnInstall(reading) ? installNotation(reading) : undefined);
}

/** A runner runs its first operand, unless an option says which package has that program. */
function runNotation(reading: CommandReading): PackageNotation | undefined {
  const { program, subcommand } = reading;
  const verb = subcommand?.text;
  const ran = (read: SpecReader, named: string): PackageNotation => {
    return { read, files: '', named, operands: hasFlag(reading, named) ? 0 : 1, transient: true };
  };
  if (program === 'npx' || program === 'bunx') return ran(npmSpec, '-p --package');
  if ((program === 'pnpm' || program === 'yarn') && verb === 'dlx') return ran(npmSpec, '-p --package');
  if (program === 'npm' && (verb === 'exec' || verb === 'x')) return ran(npmSpec, '-p --package');
  if (program === 'uvx' || (program === 'uv' && verb === 'tool run')) return ran(poetrySpec, '--from');
  if (program === 'pipx' && verb === 'run') return ran(poetrySpec, '--spec');
  return program === 'go' && verb === 'run' ? ran(goSpec, '') : undefined;
}

function installNotation(reading: CommandReading): PackageNotation | undefined {
  const { program = '', subcommand } = reading;
  const verb = subcommand?.text ?? '';
  if (/^groups? install$|^groupinstall$/.test(verb) || flagValues(reading, '-t --type').includes('pattern'))
    return undefined;
  if (verb === 'module install') return { read: moduleSpec, files: '' };
  if (program === 'pip' && verb !== 'install') return undefined;
  if (program === 'uv' && verb === 'pip sync') return undefined;
  // Names of workspaces.
  if (program === 'yarn' && verb === 'workspaces focus') return undefined;
  if (program === 'dotnet') return dotnetNotation(verb);
  if (program === 'pipenv' || (program === 'uv' && verb !== 'tool install')) return { read: pipSpec, files: PIP_FILES };
  const read = Object.hasOwn(READERS, program) ? READERS[program] : undefined;
  return read && { read, files: FILES[program] ?? '' };
}

function dotnetNotation(verb: string): PackageNotation | undefined {
  return /^(tool install|package add)$/.test(verb) ? { read: composerSpec, files: '' } : undefined;
}

const READERS: Readonly<Record<string, SpecReader>> = {
  'apt-get': aptSpec,
  apt: aptSpec,
  aptitude: aptSpec,
  apk: apkSpec,
  dnf: dnfSpec,
  microdnf: dnfSpec,
  tdnf: dnfSpec,
  yum: dnfSpec,
  zypper: zypperSpec,
  rpm: fileSpec,
  dpkg: fileSpec,
  pacman: nameSpec,
  pip: pipSpec,
  pipx: poetrySpec,
  uv: poetrySpec,
  poetry: poetrySpec,
  pdm: pipSpec,
  conda: condaSpec,
  mamba: condaSpec,
  micromamba: condaSpec,
  npm: npmSpec,
  yarn: npmSpec,
  pnpm: npmSpec,
  bun: npmSpec,
  corepack: npmSpec,
  gem: gemSpec,
  go: goSpec,
  cargo: cargoSpec,
  composer: composerSpec,
};
