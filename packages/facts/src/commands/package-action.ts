import { memo } from '../kernel/memo.ts';
import { hasFlag } from './flags.ts';
import type { Ecosystem } from './install-reading.ts';
import type { CommandReading } from './read-command.ts';
import { readOwnInstall } from './read-install.ts';

/** What a command does with a package manager. */
export interface PackageAction {
  readonly ecosystem: Ecosystem;
  /** As `InstallReading.manager`. */
  readonly manager: string;
  /**
   * `index` renews the list of what there is, `upgrade` replaces what is installed by newer versions, `clean` empties the cache. A command may do
   * several: `apk add --update`, `pacman -Syu x`.
   */
  readonly actions: readonly ('install' | 'remove' | 'index' | 'upgrade' | 'clean')[];
  /** True for an upgrade of all that is installed, with nothing named. */
  readonly everything: boolean;
}

type Action = PackageAction['actions'][number];

/** The subcommands of each manager that are not installs. Sources: as in `system-install.ts` and its kin. */
const VERBS: Readonly<Record<string, readonly [Ecosystem, Readonly<Record<string, Action>>]>> = {
  'apt-get': ['apt', aptVerbs()],
  apt: ['apt', { ...aptVerbs(), 'full-upgrade': 'upgrade' }],
  aptitude: ['apt', { ...aptVerbs(), 'safe-upgrade': 'upgrade', 'full-upgrade': 'upgrade' }],
  apk: ['apk', { update: 'index', upgrade: 'upgrade', del: 'remove', 'cache clean': 'clean', cache: 'clean' }],
  dnf: ['rpm', dnfVerbs()],
  yum: ['rpm', dnfVerbs()],
  microdnf: ['rpm', dnfVerbs()],
  tdnf: ['rpm', dnfVerbs()],
  zypper: [
    'rpm',
    {
      ...verbs('refresh ref', 'index'),
      ...verbs('update up dist-upgrade dup patch', 'upgrade'),
      ...verbs('remove rm', 'remove'),
      ...verbs('clean cc', 'clean'),
    },
  ],
  pip: ['pip', { uninstall: 'remove', 'cache purge': 'clean', 'cache remove': 'clean' }],
  uv: ['pip', { 'pip uninstall': 'remove', remove: 'remove', 'cache clean': 'clean', 'cache prune': 'clean' }],
  poetry: ['pip', { update: 'upgrade', remove: 'remove', 'cache clear': 'clean' }],
  pdm: ['pip', { update: 'upgrade', remove: 'remove', 'cache clear': 'clean' }],
  pipenv: ['pip', { update: 'upgrade', uninstall: 'remove', clean: 'clean' }],
  conda: ['conda', condaVerbs()],
  mamba: ['conda', condaVerbs()],
  micromamba: ['conda', condaVerbs()],
  npm: [
    'npm',
    {
      ...verbs('update up upgrade', 'upgrade'),
      ...verbs('uninstall un remove rm prune', 'remove'),
      ...verbs('cache clean|cache clear|cache rm', 'clean', '|'),
    },
  ],
  yarn: [
    'npm',
    { ...verbs('upgrade up', 'upgrade'), remove: 'remove', 'cache clean': 'clean', 'cache clear': 'clean' },
  ],
  pnpm: [
    'npm',
    {
      ...verbs('update up upgrade', 'upgrade'),
      ...verbs('remove rm uninstall un prune', 'remove'),
      'store prune': 'clean',
    },
  ],
  bun: ['npm', { update: 'upgrade', remove: 'remove', rm: 'remove', 'pm cache': 'clean' }],
  gem: ['gem', { update: 'upgrade', uninstall: 'remove', cleanup: 'remove', sources: 'index' }],
  bundle: ['gem', { update: 'upgrade', clean: 'remove' }],
  go: ['go', { clean: 'clean' }],
  cargo: ['cargo', { update: 'upgrade', uninstall: 'remove' }],
  composer: [
    'composer',
    { ...verbs('update u upgrade', 'upgrade'), remove: 'remove', ...verbs('clear-cache clearcache cc', 'clean') },
  ],
  dotnet: ['nuget', { 'nuget locals': 'clean', 'tool update': 'upgrade', 'tool uninstall': 'remove' }],
};

/** What a command does with a package manager; undefined for what is none of the actions. A launcher's program is looked through. */
export const readPackageAction = memo((reading: CommandReading): PackageAction | undefined => {
  const install = readOwnInstall(reading);
  const { program = '', subcommand, args, launched } = reading;
  const verb = subcommand?.text ?? '';
  if (install) {
    const { ecosystem, manager } = install;
    return { ecosystem, manager, actions: ['install', ...besides(reading)], everything: false };
  }
  if (program === 'pacman') return pacman(reading);
  const [ecosystem, actions] = Object.hasOwn(VERBS, program) ? VERBS[program]! : [];
  const action = actions && Object.hasOwn(actions, verb) ? actions[verb] : undefined;
  const built = program === 'go' && !hasFlag(reading, '-modcache -cache');
  if (!ecosystem || !action || built) return launched && readPackageAction(launched);
  const everything = action === 'upgrade' && args.length === 0;
  return { ecosystem, manager: managerOf(program), actions: [action, ...besides(reading)], everything };
});

/** Options that renew the index or empty the cache on the way. */
function besides(reading: CommandReading): Action[] {
  const { program, subcommand } = reading;
  if (program === 'apk' && hasFlag(reading, '-U --update --update-cache') && subcommand?.text !== 'update')
    return ['index'];
  if (program === 'pacman' && hasFlag(reading, '-y --refresh')) {
    return hasFlag(reading, '-u --sysupgrade') ? ['index', 'upgrade'] : ['index'];
  }
  return [];
}

function pacman(reading: CommandReading): PackageAction | undefined {
  const base = { ecosystem: 'arch', manager: 'pacman', everything: false } as const;
  if (hasFlag(reading, '-R --remove')) return { ...base, actions: ['remove'] };
  if (!hasFlag(reading, '-S --sync')) return undefined;
  if (hasFlag(reading, '-c --clean')) return { ...base, actions: ['clean'] };
  const actions = besides(reading);
  if (hasFlag(reading, '-u --sysupgrade') && !actions.includes('upgrade')) actions.push('upgrade');
  return actions.length === 0 ? undefined : { ...base, actions, everything: actions.includes('upgrade') };
}

function managerOf(program: string): string {
  if (program === 'apt-get' || program === 'aptitude') return 'apt';
  return program === 'microdnf' ? 'dnf' : program;
}

function aptVerbs(): Record<string, Action> {
  return {
    ...verbs('update', 'index'),
    ...verbs('upgrade dist-upgrade', 'upgrade'),
    ...verbs('remove purge autoremove autopurge auto-remove', 'remove'),
    ...verbs('clean autoclean distclean', 'clean'),
  };
}

function dnfVerbs(): Record<string, Action> {
  return {
    ...verbs('makecache check-update', 'index'),
    ...verbs('update upgrade up upgrade-minimal update-minimal up-min distro-sync distrosync dsync', 'upgrade'),
    ...verbs('remove erase rm autoremove', 'remove'),
    clean: 'clean',
  };
}

function condaVerbs(): Record<string, Action> {
  return { ...verbs('update upgrade', 'upgrade'), ...verbs('remove uninstall', 'remove'), clean: 'clean' };
}

function verbs(names: string, action: Action, separator = ' '): Record<string, Action> {
  return Object.fromEntries(names.split(separator).map((name) => [name, action]));
}
