import { flagValues, hasFlag, isOff } from './flags.ts';
import type { InstallReading } from './install-reading.ts';
import type { CommandReading } from './read-command.ts';
import { isLocalPath, isUrl, isVcs } from './specs/local-path.ts';

type Reader = (reading: CommandReading, verb: string) => InstallReading | undefined;

/** Sources: the documentation of pip, pipx, uv, poetry, pipenv, pdm and conda. */
export const PYTHON_INSTALLS: Readonly<Record<string, Reader>> = {
  pip: (reading, verb) => (/^(install|wheel|download)$/.test(verb) ? pip(reading, 'pip') : undefined),
  pipx: (_, verb) =>
    /^(install|install-all|inject)$/.test(verb) ? { ...EMPTY, manager: 'pipx', scope: 'global' } : undefined,
  uv,
  poetry: (reading, verb) => {
    if (verb === 'add') return { ...EMPTY, manager: 'poetry', scope: 'packages' };
    if (verb !== 'install' && verb !== 'sync') return undefined;
    const groups = { without: listed(reading, '--without'), only: listed(reading, '--only') };
    const dev = !(
      hasFlag(reading, '--no-dev --only-root') ||
      groups.without.includes('dev') ||
      (groups.only.length > 0 && !groups.only.includes('dev'))
    );
    const project = !hasFlag(reading, '--no-root');
    const dependencies = !hasFlag(reading, '--only-root');
    const base = { ...EMPTY, manager: 'poetry', scope: 'project', lockfiles: ['poetry.lock'] } as const;
    return { ...base, frozen: true, dev, project, dependencies };
  },
  pipenv: (reading, verb) => {
    if (verb !== 'install' && verb !== 'sync') return undefined;
    const named = reading.args.length > 0 || hasFlag(reading, '-e --editable');
    if (verb === 'install' && named) return { ...EMPTY, manager: 'pipenv', scope: 'packages' };
    const frozen = verb === 'sync' || hasFlag(reading, '--deploy --ignore-pipfile');
    const dev = hasFlag(reading, '-d --dev');
    return { ...EMPTY, manager: 'pipenv', scope: 'project', lockfiles: ['Pipfile.lock'], frozen, dev };
  },
  pdm: (reading, verb) => {
    if (verb === 'add') return { ...EMPTY, manager: 'pdm', scope: 'packages' };
    if (verb !== 'install' && verb !== 'sync') return undefined;
    const frozen = verb === 'sync' || hasFlag(reading, '--frozen-lockfile --no-lock --check');
    const dev = !hasFlag(reading, '--prod --production --no-dev');
    const project = !hasFlag(reading, '--no-self');
    return {
      ...EMPTY,
      manager: 'pdm',
      scope: 'project',
      lockfiles: ['pdm.lock'],
      frozen,
      dev,
      project,
      dependencies: true,
    };
  },
  conda,
  mamba: conda,
  micromamba: conda,
};

const EMPTY = { ecosystem: 'pip', lockfiles: [], manifests: [] } as const;

function pip(reading: CommandReading, manager: string): InstallReading {
  const manifests = flagValues(reading, '-r --requirement --requirements');
  const editable = flagValues(reading, '-e --editable').some((value) => !isVcs(value));
  const folder = reading.args.some((word) => isProject(word.shown));
  const project = manifests.length > 0 || hasFlag(reading, '--group') || editable || folder;
  return {
    ecosystem: 'pip',
    manager,
    scope: project ? 'project' : 'packages',
    lockfiles: [],
    manifests,
    ...(hasFlag(reading, '--require-hashes') ? { frozen: true } : {}),
    noCache: manager === 'uv' ? hasFlag(reading, '--no-cache -n --no-cache-dir') : keepsNoCache(reading),
    offline: isOffline(reading),
    ...(project ? { project: editable || folder } : {}),
    dependencies: manifests.length > 0 || !hasFlag(reading, '--no-deps'),
  };
}

/** Packages may still be found behind a link of their own. */
function isOffline(reading: CommandReading): boolean {
  const links = flagValues(reading, '-f --find-links').some((value) => /^https?:/i.test(value));
  return hasFlag(reading, '--offline') || (hasFlag(reading, '--no-index') && !links);
}

/**
 * Of `--no-cache-dir` and `--cache-dir` the last counts; `--no-cache` is short enough for pip to know which is meant. Sources: pip,
 * cli/cmdoptions.py, `_handle_no_cache_dir`; Python, optparse.
 */
function keepsNoCache(reading: CommandReading): boolean {
  const last = reading.flags.findLast(({ name }) => /^--(no-cache(-dir)?|cache-dir)$/.test(name));
  return last !== undefined && last.name !== '--cache-dir' && !isOff(last.value);
}

/** A folder that holds the project: `.`, `./app[dev]`. An archive in a folder is a package. */
function isProject(path: string): boolean {
  return (
    (isLocalPath(path) || (path.includes('/') && !isVcs(path) && !isUrl(path))) &&
    !/\.(whl|tar\.gz|zip|tgz)$/.test(path)
  );
}

function uv(reading: CommandReading, verb: string): InstallReading | undefined {
  switch (verb) {
    case 'pip install':
      return pip(reading, 'uv');
    case 'pip sync':
      return {
        ...pip(reading, 'uv'),
        scope: 'project',
        project: false,
        manifests: reading.args.map((word) => word.shown),
      };
    case 'add':
      return { ...EMPTY, manager: 'uv', scope: 'packages' };
    case 'tool install':
      return { ...EMPTY, manager: 'uv', scope: 'global' };
    case 'sync': {
      const frozen = hasFlag(reading, '--locked --frozen');
      const dev =
        !hasFlag(reading, '--no-dev --no-default-groups --only-group') &&
        !listed(reading, '--no-group').includes('dev');
      const noCache = hasFlag(reading, '--no-cache -n');
      const offline = hasFlag(reading, '--offline');
      const project = !hasFlag(reading, '--no-install-project --no-install-workspace --no-install-local');
      const base = { ...EMPTY, manager: 'uv', scope: 'project', lockfiles: ['uv.lock'] } as const;
      return { ...base, frozen, dev, noCache, offline, project };
    }
    default:
      return undefined;
  }
}

function conda(reading: CommandReading, verb: string): InstallReading | undefined {
  if (!/^(install|create|update|env create|env update)$/.test(verb)) return undefined;
  const manifests = flagValues(reading, '-f --file');
  const named = reading.args.length > 0;
  if (verb === 'update' && !named) return undefined;
  const project = manifests.length > 0 || verb.startsWith('env ');
  const assumeYes = hasFlag(reading, '-y --yes');
  const { program = 'conda' } = reading;
  return {
    ecosystem: 'conda',
    manager: program,
    scope: project ? 'project' : 'packages',
    lockfiles: [],
    manifests,
    assumeYes,
  };
}

/** The values of an option that may be repeated and takes lists. */
function listed(reading: CommandReading, names: string): string[] {
  return flagValues(reading, names).flatMap((value) => value.split(/[,\s]+/));
}
