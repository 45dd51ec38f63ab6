import type { Diagnostic } from '@dockwarden-internal/syntax';
import { reachedBy } from '../../detect/serving.ts';
import { type Block, dockerfileText } from '../../dockerfile/dockerfile-text.ts';
import { ignoreText } from '../../dockerfile/ignore-text.ts';
import type { App } from '../../model/app.ts';
import type { Development } from '../../model/service.ts';
import type { SetupOptions } from '../../model/setup-options.ts';
import type { StackPlan } from '../../model/stack.ts';
import { appService } from '../../patterns/app-service.ts';
import { notInOneStage } from '../../patterns/not-in-one-stage.ts';
import { DISTROLESS_PYTHON } from '../versions.ts';
import { credentialsId } from './install-lines.ts';
import type { PythonApp } from './python-app.ts';
import { HOME, inContext, type PythonBuild } from './python-build.ts';
import {
  dependenciesStage,
  developmentProbe,
  developmentStage,
  headBlock,
  reloadOf,
  runtimeStage,
  singleStage,
  testStage,
  userOf,
} from './stages.ts';
import { pythonStart } from './start.ts';

export function planPython(app: App, python: PythonApp, options: SetupOptions): StackPlan | Diagnostic {
  const given = python.entry.framework !== undefined;
  const reached = reachedBy(python.serving, options, { given });
  const base = options.base ?? 'slim';
  if (base === 'distroless' && options.pattern === 'single') return notInOneStage(app);
  if (base === 'distroless' && !python.versions.includes(DISTROLESS_PYTHON)) return otherVersion(app, python);
  const { port, notes } = reached;
  const start = pythonStart(python, app.project.root, port ?? 8000);
  const build: PythonBuild = { app, python, start, options, base, ...reached };
  return {
    dockerfile: dockerfileText(blocksOf(build)),
    context: python.packages.context,
    ignore: ignoreText([
      {
        why: 'Made by Python and its tools',
        patterns: [
          '**/__pycache__',
          '**/*.pyc',
          '**/.venv',
          '**/venv',
          '**/.pytest_cache',
          '**/.mypy_cache',
          '**/.ruff_cache',
          '**/*.egg-info',
          '**/*.sqlite3',
        ],
      },
    ]),
    service: appService(reached, userOf(build), options.pattern === 'multi' ? developmentOf(build) : undefined),
    files: [],
    notes: [...notes, ...notesOf(build)],
  };
}

function blocksOf(build: PythonBuild): (Block | undefined)[] {
  if (build.options.pattern === 'single') return [headBlock(build), singleStage(build)];
  return [
    headBlock(build),
    dependenciesStage(build),
    developmentStage(build),
    build.python.tests ? testStage(build) : undefined,
    runtimeStage(build),
  ];
}

function developmentOf(build: PythonBuild): Development {
  const probe = developmentProbe(build);
  return {
    stage: 'development',
    mounts: [{ from: inContext(build, build.app.project.root), to: HOME }],
    kept: [],
    command: reloadOf(build),
    ...(probe && { probe }),
    environment: {},
    workdir: HOME,
    user: 'app',
    extensions: ['ms-python.python', 'charliermarsh.ruff'],
  };
}

function notesOf(build: PythonBuild): string[] {
  const { python, start, options, port } = build;
  const { names } = python.packages;
  const native = ['psycopg2', 'mysqlclient', 'pygraphviz', 'pycurl'].filter((name) => names.has(name));
  return [
    ...(start.added === undefined
      ? []
      : [
          `No server for production is among the packages: the image installs ${start.added}; add it to them, so that the lockfile has it.`,
        ]),
    ...(python.entry.framework === 'django' && port !== undefined
      ? [`The health check asks 127.0.0.1: ALLOWED_HOSTS has to have it.`]
      : []),
    ...native.map(
      (name) =>
        `${name} needs a library of the system at run time: install it in the stage runtime, or take a package with wheels.`,
    ),
    ...(options.privateRegistry ? [`Credentials: docker build --secret id=${credentialsId(build)},src=FILE.`] : []),
  ];
}

function otherVersion({ project }: App, { versions }: PythonApp): Diagnostic {
  return {
    code: 'setup/other-python',
    message: `Distroless images have Python ${DISTROLESS_PYTHON}, and ${project.name} asks for ${versions.join(' or ')}.`,
    hint: 'Take --base slim or --base alpine.',
    path: project.root,
    exit: 2,
  };
}
