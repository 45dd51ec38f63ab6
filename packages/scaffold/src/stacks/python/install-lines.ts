import { copyByFolder } from '../../dockerfile/copy-lines.ts';
import { TOOL_VERSIONS } from '../versions.ts';
import { ENVIRONMENT, inContext, type PythonBuild, whileInstalling } from './python-build.ts';

const PIP_CACHE = '--mount=type=cache,target=/root/.cache/pip';

/** Where each manager looks for credentials by itself. Source: pip, uv and Poetry, "Configuration" and "Authentication". */
const CREDENTIALS = {
  pip: { id: 'pip.conf', target: '/root/.config/pip/pip.conf' },
  uv: { id: 'netrc', target: '/root/.netrc' },
  poetry: { id: 'netrc', target: '/root/.netrc' },
} as const;

export function credentialsId({ python }: PythonBuild): string {
  return CREDENTIALS[python.packages.manager].id;
}

function run(build: PythonBuild, cache: string, command: string): string {
  const { id, target } = CREDENTIALS[build.python.packages.manager];
  const secret = build.options.privateRegistry ? [`--mount=type=secret,id=${id},target=${target}`] : [];
  return `RUN ${[cache, ...secret, command].join(' \\\n    ')}`;
}

/** The environment that packages are installed into, and the tool that does it. */
export function toolLines(build: PythonBuild): string[] {
  const tool = (name: 'uv' | 'poetry') => run(build, PIP_CACHE, `pip install ${name}==${TOOL_VERSIONS[name]}`);
  const { manager } = build.python.packages;
  if (manager === 'uv')
    return [
      // Of its own certificates uv knows no company's, which the base image may have been given.
      `ENV UV_PROJECT_ENVIRONMENT=${ENVIRONMENT} \\\n    UV_SYSTEM_CERTS=true \\\n    UV_COMPILE_BYTECODE=1 \\\n    UV_LINK_MODE=copy \\\n    UV_PYTHON_DOWNLOADS=never`,
      tool('uv'),
    ];
  const made = `RUN python -m venv --without-pip ${ENVIRONMENT}`;
  return manager === 'pip' ? [made] : [tool('poetry'), made, `ENV VIRTUAL_ENV=${ENVIRONMENT}`];
}

/** Manifests, and all that production needs, by the lockfile. */
export function installLines(build: PythonBuild): string[] {
  const { packages } = build.python;
  return [
    `WORKDIR ${whileInstalling(build, build.app.project.root)}`,
    ...manifests(build, packages.manifests),
    ...install[packages.manager](build),
    ...(build.start.added === undefined ? [] : [add(build, build.start.added)]),
  ];
}

/** What development needs as well; nothing where that is the same. */
export function developmentLines(build: PythonBuild): string[] {
  const { packages } = build.python;
  if (!packages.hasDevelopment) return [];
  if (packages.manager === 'uv') return [uvSync(build, '--inexact')];
  if (packages.manager === 'poetry') return [poetryInstall(build, '')];
  const { development } = packages.requirements!;
  return [
    ...manifests(build, packages.developmentManifests),
    pipInstall(build, `--requirement ${fromHere(build, development!)}`),
  ];
}

function manifests(build: PythonBuild, files: readonly string[]): string[] {
  const copied = files.map((file) => inContext(build, file));
  const top = whileInstalling(build, build.python.packages.context === 'workspace' ? '.' : build.app.project.root);
  return copyByFolder(copied, (folder) => (folder === '.' ? top : `${top}/${folder}`));
}

function localCopies(build: PythonBuild): string[] {
  return build.python.packages.local.map(
    (folder) => `COPY ${inContext(build, folder)} ${whileInstalling(build, folder)}`,
  );
}

/** A path from the folder that the install runs in. */
function fromHere(build: PythonBuild, path: string): string {
  const here = whileInstalling(build, build.app.project.root);
  const there = whileInstalling(build, path);
  return there.startsWith(`${here}/`) ? there.slice(here.length + 1) : there;
}

const install: Readonly<Record<'pip' | 'uv' | 'poetry', (build: PythonBuild) => string[]>> = {
  pip: (build) => {
    const file = fromHere(build, build.python.packages.requirements!.production);
    return [...localCopies(build), pipInstall(build, `--requirement ${file}`)];
  },
  poetry: (build) => [...localCopies(build), poetryInstall(build, ' --only main')],
  uv: (build) => {
    const { local, name, context } = build.python.packages;
    if (context === 'project' && local.length === 0) return [uvSync(build, '--no-dev')];
    const first = uvSync(build, '--no-dev', '--no-install-workspace');
    return local.length === 0 || name === undefined
      ? [first]
      : [first, ...localCopies(build), uvSync(build, '--no-dev')];
  },
};

function pipInstall(build: PythonBuild, what: string): string {
  return run(build, PIP_CACHE, `pip --python=${ENVIRONMENT} install ${what}`);
}

function poetryInstall(build: PythonBuild, which: string): string {
  return run(
    build,
    '--mount=type=cache,target=/root/.cache/pypoetry',
    `poetry install --no-interaction --no-root --compile${which}`,
  );
}

/** Of a workspace the project's packages only, and its libraries built; the project itself is imported from its sources. */
function uvSync(build: PythonBuild, which: string, without?: string): string {
  const { context, local, name } = build.python.packages;
  const isMember = (context === 'workspace' || local.length > 0) && name !== undefined;
  const leave = isMember
    ? `--package ${name} --no-editable ${without ?? `--no-install-package ${name}`}`
    : '--no-install-project';
  return run(build, '--mount=type=cache,target=/root/.cache/uv', `uv sync --locked ${which} ${leave}`);
}

function add(build: PythonBuild, what: string): string {
  const command =
    build.python.packages.manager === 'uv'
      ? `uv pip install --python ${ENVIRONMENT}`
      : `pip --python=${ENVIRONMENT} install`;
  const cache = build.python.packages.manager === 'uv' ? '--mount=type=cache,target=/root/.cache/uv' : PIP_CACHE;
  return run(build, cache, `${command} ${what}`);
}
