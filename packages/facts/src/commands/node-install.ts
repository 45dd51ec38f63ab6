import { flagValues, hasFlag, hasFlagOff } from './flags.ts';
import type { InstallReading } from './install-reading.ts';
import type { CommandReading } from './read-command.ts';

type Reader = (reading: CommandReading, verb: string) => InstallReading | undefined;

/** Sources: the documentation of npm 11, yarn 1 and 4, pnpm 10, bun 1.3 and corepack. */
export const NODE_INSTALLS: Readonly<Record<string, Reader>> = {
  npm,
  yarn,
  pnpm,
  bun,
  corepack: (_, verb) => {
    return /^(prepare|install|use|up)$/.test(verb) ? { ...EMPTY, manager: 'corepack', scope: 'global' } : undefined;
  },
};

const EMPTY = { ecosystem: 'npm', lockfiles: [], manifests: [] } as const;

const NPM_INSTALL = /^(install|i|in|ins|inst|insta|instal|isnt|isnta|isntal|isntall|add|install-test|it)$/;
const NPM_CI = /^(ci|clean-install|ic|install-clean|isntall-clean|install-ci-test|cit|sit|clean-install-test)$/;

function npm(reading: CommandReading, verb: string): InstallReading | undefined {
  const frozen = NPM_CI.test(verb);
  if (!frozen && !NPM_INSTALL.test(verb)) return undefined;
  const base = { ...EMPTY, manager: 'npm' };
  if (hasFlag(reading, '-g --global') || flagValues(reading, '-L --location').includes('global'))
    return { ...base, scope: 'global' };
  if (!frozen && reading.args.length > 0) return { ...base, scope: 'packages' };
  return {
    ...base,
    scope: 'project',
    lockfiles: ['package-lock.json', 'npm-shrinkwrap.json'],
    frozen,
    dev: npmBringsDev(reading),
    offline: hasFlag(reading, '--offline'),
  };
}

function npmBringsDev(reading: CommandReading): boolean {
  if (flagValues(reading, '--include').some((value) => value.startsWith('dev'))) return true;
  if (hasFlagOff(reading, '--production')) return true;
  const only = [...flagValues(reading, '--only'), ...flagValues(reading, '--also').map((value) => `+${value}`)];
  if (only.some((value) => /^\+dev/.test(value))) return true;
  const omitted = flagValues(reading, '--omit').some((value) => value.split(',').includes('dev'));
  return !(omitted || hasFlag(reading, '--production --prod') || only.some((value) => value.startsWith('prod')));
}

function yarn(reading: CommandReading, verb: string): InstallReading | undefined {
  const base = { ...EMPTY, manager: 'yarn' };
  if (verb === 'global add') return { ...base, scope: 'global' };
  if (verb === 'add') return { ...base, scope: 'packages' };
  const dev = !hasFlag(reading, '--production --prod');
  if (verb === 'workspaces focus') return { ...base, scope: 'project', lockfiles: ['yarn.lock'], dev };
  const bare = verb === '' && reading.args.length === 0 && !hasFlag(reading, '-v --version -h --help');
  if (verb !== 'install' && !bare) return undefined;
  const frozen = hasFlag(reading, '--frozen-lockfile --immutable') && !hasFlagOff(reading, '--immutable');
  return { ...base, scope: 'project', lockfiles: ['yarn.lock'], frozen, dev, offline: hasFlag(reading, '--offline') };
}

function pnpm(reading: CommandReading, verb: string): InstallReading | undefined {
  const base = { ...EMPTY, manager: 'pnpm' };
  const scope = hasFlag(reading, '-g --global') ? 'global' : 'packages';
  if (verb === 'add') return { ...base, scope };
  if (!/^(install|i|install-test|it|fetch|ci|clean-install)$/.test(verb)) return undefined;
  if (reading.args.length > 0 && verb !== 'fetch') return { ...base, scope };
  const frozen = /^(fetch|ci|clean-install)$/.test(verb) || hasFlag(reading, '--frozen-lockfile');
  return {
    ...base,
    scope: 'project',
    lockfiles: ['pnpm-lock.yaml'],
    frozen,
    dev: !hasFlag(reading, '-P --prod --production'),
    offline: hasFlag(reading, '--offline'),
    project: verb !== 'fetch',
  };
}

function bun(reading: CommandReading, verb: string): InstallReading | undefined {
  const base = { ...EMPTY, manager: 'bun' };
  const scope = hasFlag(reading, '-g --global') ? 'global' : 'packages';
  if (verb === 'add' || verb === 'a') return { ...base, scope };
  if (!/^(install|i|ci)$/.test(verb)) return undefined;
  if (reading.args.length > 0) return { ...base, scope };
  const omitted = flagValues(reading, '--omit').includes('dev');
  const frozen = verb === 'ci' || hasFlag(reading, '--frozen-lockfile');
  const dev = !(omitted || hasFlag(reading, '-p --production --prod'));
  return { ...base, scope: 'project', lockfiles: ['bun.lock', 'bun.lockb'], frozen, dev };
}
