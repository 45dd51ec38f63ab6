import { joinPath } from '@dockwarden-internal/facts';
import { worstStatus } from '../../detect/serving.ts';
import { makeUser, NONROOT_ID, userLine } from '../../dockerfile/app-user.ts';
import type { Block } from '../../dockerfile/dockerfile-text.ts';
import { execForm } from '../../dockerfile/exec-form.ts';
import { healthCheck } from '../../dockerfile/health-check.ts';
import { labelLines } from '../../dockerfile/label-lines.ts';
import { watchLines } from '../../dockerfile/watch-lines.ts';
import { DEBIAN, DISTROLESS_PYTHON } from '../versions.ts';
import { developmentLines, installLines, toolLines } from './install-lines.ts';
import { ENVIRONMENT, HOME, importPath, inContext, type PythonBuild } from './python-build.ts';

export function headBlock({ python, base }: PythonBuild): Block {
  return [
    '# PYTHON_VERSION is the version that all stages have.',
    `ARG PYTHON_VERSION=${base === 'distroless' ? DISTROLESS_PYTHON : python.version}`,
    ...(base === 'distroless' ? [`ARG DEBIAN_VERSION=${DEBIAN.number}`] : []),
  ];
}

/** Compilers are at hand for packages without wheels, and stay behind. */
export function dependenciesStage(build: PythonBuild): Block {
  const alpine = build.base === 'alpine';
  return [
    '# dependencies installs packages into a virtual environment, and changes only with their manifests.',
    `FROM python:\${PYTHON_VERSION}${alpine ? '-alpine' : ''} AS dependencies`,
    ...(alpine ? ['RUN apk add --no-cache build-base'] : []),
    ...toolLines(build),
    ...installLines(build),
  ];
}

export function developmentStage(build: PythonBuild): Block {
  const { start, base, port } = build;
  return [
    '# development has the tools of development, and starts the app again when a mounted source changes.',
    'FROM dependencies AS development',
    ...developmentLines(build),
    makeUser(base === 'alpine' ? 'alpine' : 'debian', { id: 1000, home: true }),
    `WORKDIR ${HOME}`,
    `COPY ${inContext(build, build.app.project.root)} ${HOME}/`,
    ...(start.reload ? [] : watchLines({ start: start.command.join(' '), names: ['*.py'] })),
    environmentLine(build, { PYTHONDONTWRITEBYTECODE: '1' }),
    ...(port === undefined ? [] : [`EXPOSE ${port}`]),
    userLine(),
    `CMD ${execForm(reloadOf(build))}`,
  ];
}

/** By the framework's own means, else by a script. */
export function reloadOf({ start }: PythonBuild): readonly string[] {
  return start.reload ?? ['watch'];
}

export function testStage({ python, app }: PythonBuild): Block {
  const below = app.project.root;
  const folder = ['tests', 'test'].find((name) => app.fs.kind(joinPath(below, name)) === 'directory');
  const unittest =
    python.entry.framework === 'django'
      ? `python ${manage(below, python.entry.file)} test`
      : `python -m unittest discover${folder ? ` ${folder}` : ''}`;
  return [
    '# test fails where a test does: docker build --target test .',
    'FROM development AS test',
    `RUN ${python.tests === 'pytest' ? 'python -m pytest -p no:cacheprovider' : unittest}`,
  ];
}

function manage(root: string, file: string): string {
  return root === '.' ? file : file.slice(root.length + 1);
}

export function runtimeStage(build: PythonBuild): Block {
  const { base } = build;
  const from =
    base === 'distroless'
      ? ['FROM gcr.io/distroless/python3-debian${DEBIAN_VERSION}:nonroot AS runtime']
      : [`FROM python:\${PYTHON_VERSION}-${base} AS runtime`, makeUser(base === 'alpine' ? 'alpine' : 'debian')];
  return [
    '# runtime is what ships: the environment and the sources, without what installed them.',
    ...from,
    `WORKDIR ${HOME}`,
    `COPY --from=dependencies ${ENVIRONMENT} ${ENVIRONMENT}`,
    ...sourceCopies(build),
    ...startLines(build),
  ];
}

/** Installs and ships in one stage: for scripts and prototypes. */
export function singleStage(build: PythonBuild): Block {
  return [
    '# runtime installs and ships in one stage, so that it keeps what only the install needs.',
    `FROM python:\${PYTHON_VERSION}-${build.base} AS runtime`,
    makeUser(build.base === 'alpine' ? 'alpine' : 'debian'),
    ...toolLines(build),
    ...installLines(build),
    `WORKDIR ${HOME}`,
    ...sourceCopies(build),
    ...startLines(build),
  ];
}

function sourceCopies(build: PythonBuild): string[] {
  const { root } = build.app.project;
  const { folders, files } = build.python.sources;
  const path = (name: string) => inContext(build, joinPath(root, name));
  return [
    ...folders.map((name) => `COPY ${path(name)} ./${name}`),
    ...(files.length > 0 ? [`COPY ${files.map(path).join(' ')} ./`] : []),
  ];
}

function startLines(build: PythonBuild): string[] {
  const { start, port, healthPath, base, app, python } = build;
  const distroless = base === 'distroless';
  const program = `/usr/bin/python${DISTROLESS_PYTHON}`;
  const asked = port === undefined ? '' : question(port, healthPath);
  const environment = { PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1', ...start.environment };
  return [
    environmentLine(
      build,
      port !== undefined && python.serving.portVariable ? { ...environment, PORT: `${port}` } : environment,
      distroless,
    ),
    userLine(userOf(build)),
    ...(port === undefined ? [] : [`EXPOSE ${port}`, healthCheck([distroless ? program : 'python', '-c', asked])]),
    // Python ends on SIGINT by itself, and as PID 1 takes no notice of SIGTERM.
    ...(python.entry.framework === undefined ? ['STOPSIGNAL SIGINT'] : []),
    ...(distroless
      ? [`ENTRYPOINT ${execForm([program, ...asModule(start.command)])}`]
      : [`CMD ${execForm(start.command)}`]),
    ...labelLines({ title: app.project.name }),
  ];
}

/** The same question, asked in the stage for development. */
export function developmentProbe({ port, healthPath }: PythonBuild): readonly string[] | undefined {
  return port === undefined ? undefined : ['python', '-c', question(port, healthPath)];
}

/** A success of the health route; without one any answer of / that is no fault of the server. */
function question(port: number, healthPath: string | undefined): string {
  if (healthPath !== undefined)
    return `import urllib.request; urllib.request.urlopen("http://127.0.0.1:${port}${healthPath}", timeout=3)`;
  const asked = `import http.client; c = http.client.HTTPConnection("127.0.0.1", ${port}, timeout=3); c.request("GET", "/")`;
  return `${asked}; raise SystemExit(c.getresponse().status >= ${worstStatus(healthPath)})`;
}

/** Without a shell and without the environment's own links to Python, its programs are run as modules. */
function asModule([program, ...rest]: readonly string[]): string[] {
  if (program === 'python') return rest;
  return ['-m', program === 'waitress-serve' ? 'waitress' : program!, ...rest];
}

function environmentLine(build: PythonBuild, more: Readonly<Record<string, string>>, bare = false): string {
  const below = importPath(build);
  const packages = bare ? `${ENVIRONMENT}/lib/python${DISTROLESS_PYTHON}/site-packages` : undefined;
  const folders = [below, packages].filter((folder) => folder !== undefined);
  const all = {
    ...(packages === undefined && { PATH: `${ENVIRONMENT}/bin:$PATH` }),
    ...(folders.length > 0 && { PYTHONPATH: folders.join(':') }),
    ...more,
  };
  return `ENV ${Object.entries(all)
    .map(([name, value]) => `${name}=${value}`)
    .join(' \\\n    ')}`;
}

export function userOf({ base }: PythonBuild): number {
  return base === 'distroless' ? NONROOT_ID : 1000;
}
