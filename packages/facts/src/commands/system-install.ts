import { flagValues, hasFlag, isOff } from './flags.ts';
import type { InstallReading } from './install-reading.ts';
import type { CommandReading } from './read-command.ts';

type Reader = (reading: CommandReading, verb: string) => InstallReading | undefined;

const BASE = { scope: 'packages', lockfiles: [], manifests: [] } as const;

/** Sources: apt-get(8), apk(8), dnf(8), zypper(8), rpm(8), dpkg(1), pacman(8). */
export const SYSTEM_INSTALLS: Readonly<Record<string, Reader>> = {
  'apt-get': apt,
  apt,
  aptitude: apt,
  apk: (reading, verb) => {
    if (verb !== 'add') return undefined;
    const virtual = flagValues(reading, '-t --virtual').at(-1);
    return {
      ...BASE,
      ecosystem: 'apk',
      manager: 'apk',
      noCache: hasFlag(reading, '--no-cache'),
      verified: !hasFlag(reading, '--allow-untrusted'),
      ...(virtual === undefined ? {} : { virtual }),
    };
  },
  dnf,
  microdnf: dnf,
  yum: dnf,
  tdnf: dnf,
  zypper: (reading, verb) => {
    if (verb !== 'install' && verb !== 'in') return undefined;
    return {
      ...BASE,
      ecosystem: 'rpm',
      manager: 'zypper',
      assumeYes: hasFlag(reading, '-y --no-confirm --non-interactive') || isNonInteractive(reading),
      recommends: !hasFlag(reading, '--no-recommends'),
      verified: !hasFlag(reading, '--no-gpg-checks --allow-unsigned-rpm'),
    };
  },
  rpm: (reading) => {
    if (!hasFlag(reading, '-i -U -F --install --upgrade --freshen') || hasFlag(reading, '-q --query')) return undefined;
    const verified = !hasFlag(reading, '--nodigest --nosignature --noverify --nofiledigest');
    return { ...BASE, ecosystem: 'rpm', manager: 'rpm', verified };
  },
  dpkg: (reading) => {
    return hasFlag(reading, '-i --install') ? { ...BASE, ecosystem: 'apt', manager: 'dpkg' } : undefined;
  },
  pacman: (reading) => {
    if (!hasFlag(reading, '-S -U --sync --upgrade') || hasFlag(reading, '-s -i -c -l -g')) return undefined;
    if (reading.args.length === 0) return undefined;
    return { ...BASE, ecosystem: 'arch', manager: 'pacman', assumeYes: hasFlag(reading, '--noconfirm') };
  },
};

const APT_VERBS: ReadonlySet<string> = new Set(['install', 'reinstall', 'build-dep', 'satisfy']);

function apt(reading: CommandReading, verb: string): InstallReading | undefined {
  if (!APT_VERBS.has(verb)) return undefined;
  const noRecommends = hasFlag(reading, '--no-install-recommends -R --without-recommends');
  return {
    ...BASE,
    ecosystem: 'apt',
    manager: 'apt',
    assumeYes: aptAssumesYes(reading),
    recommends: !(noRecommends || isOff(aptOption(reading, 'APT::Install-Recommends'))),
    verified: !hasFlag(reading, '--allow-unauthenticated --force-yes'),
  };
}

/** Quiet of the second degree assumes yes. Source: apt-get(8), `-q`. */
function aptAssumesYes(reading: CommandReading): boolean {
  const quiet = reading.flags.filter(({ name }) => name === '-q' || name === '--quiet');
  const degree = Math.max(quiet.length, ...quiet.map(({ value }) => Number(value ?? 0) || 0));
  const option = aptOption(reading, 'APT::Get::Assume-Yes');
  return hasFlag(reading, '-y --yes --assume-yes') || degree >= 2 || (option !== undefined && !isOff(option));
}

/** The value that `-o NAME=VALUE` gives to a setting of apt; their names know no case. */
function aptOption(reading: CommandReading, name: string): string | undefined {
  const head = `${name.toLowerCase()}=`;
  const found = flagValues(reading, '-o --option').findLast((value) => value.toLowerCase().startsWith(head));
  return found?.slice(head.length);
}

const DNF_VERBS: ReadonlySet<string> = new Set([
  ...['install', 'in', 'reinstall', 'localinstall', 'groupinstall', 'builddep', 'build-dep'],
  ...['group install', 'groups install', 'module install'],
]);

function dnf(reading: CommandReading, verb: string): InstallReading | undefined {
  if (!DNF_VERBS.has(verb)) return undefined;
  const { program = '' } = reading;
  return {
    ...BASE,
    ecosystem: 'rpm',
    manager: program === 'microdnf' ? 'dnf' : program,
    assumeYes: hasFlag(reading, '-y --assumeyes') || /^(1|true|yes|on)$/i.test(dnfOption(reading, 'assumeyes') ?? ''),
    recommends: !isOff(dnfOption(reading, 'install_weak_deps')),
    verified: !hasFlag(reading, '--nogpgcheck --no-gpgchecks'),
  };
}

/** The value that `--setopt=NAME=VALUE` gives to a setting, for all or for one repository (`repo.NAME`). */
function dnfOption(reading: CommandReading, name: string): string | undefined {
  const form = new RegExp(`^(?:[^=]*\\.)?${name}=(.*)$`);
  return flagValues(reading, '--setopt').reduce<string | undefined>(
    (found, value) => form.exec(value)?.[1] ?? found,
    undefined,
  );
}

/** `-n` in front of zypper's subcommand; behind it, it is another option. */
function isNonInteractive(reading: CommandReading): boolean {
  const before = reading.subcommand?.span.start ?? 0;
  return reading.flags.some(({ name, span }) => name === '-n' && span.start < before);
}
