import type { Diagnostic } from '@dockwarden-internal/syntax';
import { reachedBy, worstStatus } from '../../detect/serving.ts';
import { APP_ID, makeUser, userLine } from '../../dockerfile/app-user.ts';
import { type Block, dockerfileText } from '../../dockerfile/dockerfile-text.ts';
import { execForm } from '../../dockerfile/exec-form.ts';
import { healthCheck } from '../../dockerfile/health-check.ts';
import { ignoreText } from '../../dockerfile/ignore-text.ts';
import { labelLines } from '../../dockerfile/label-lines.ts';
import type { App } from '../../model/app.ts';
import type { BaseKind, SetupOptions } from '../../model/setup-options.ts';
import type { StackPlan } from '../../model/stack.ts';
import { appService } from '../../patterns/app-service.ts';
import { DEBIAN, DEFAULT_VERSIONS } from '../versions.ts';
import type { GenericApp, GenericBuild } from './generic-app.ts';
import { PROBE_LINES } from './probe.ts';

/** What the stages are written from. */
interface Plan {
  readonly app: App;
  readonly build: GenericBuild;
  readonly base: BaseKind;
  readonly port: number;
  readonly healthPath?: string;
}

const FILL_IN = 'Look through the Dockerfile, and fill in what its comments name: what is above is guessed.';

export function planGeneric(app: App, { build, serving }: GenericApp, options: SetupOptions): StackPlan | Diagnostic {
  const reached = reachedBy(serving, options, { given: false });
  const { base = 'slim' } = options;
  const plan: Plan = { app, build, base, ...reached, port: reached.port! };
  return {
    dockerfile: dockerfileText([headBlock(plan), buildStage(plan), runtimeStage(plan, serving.portVariable)]),
    context: 'project',
    ignore: ignoreText([
      ...(build.tool === undefined ? [] : [{ why: 'Built anew in the image', patterns: builtPatterns(build) }]),
      { why: 'Fill in: what else the image is not made of', patterns: ['**/*.md', '**/*.log', '**/tmp'] },
    ]),
    service: appService(plan, APP_ID),
    files: [],
    notes: [
      FILL_IN,
      ...reached.notes,
      ...(options.privateRegistry
        ? [
            'Credentials of a package registry: mount them in the RUN that installs, --mount=type=secret,id=NAME,target=FILE.',
          ]
        : []),
    ],
  };
}

function builtPatterns({ tool, program }: GenericBuild): string[] {
  if (tool === 'cmake') return ['build', '**/*.o', '**/*.a'];
  return ['**/*.o', '**/*.a', ...(program === undefined ? [] : [program])];
}

function headBlock({ base }: Plan): Block {
  const [name, value] =
    base === 'alpine' ? ['ALPINE_VERSION', DEFAULT_VERSIONS.alpine] : ['DEBIAN_SUITE', DEBIAN.suite];
  return [
    `# ${name} is the release of both stages. Fill in: the image of the app's language instead, where there is one, as ruby:3.4-slim.`,
    `ARG ${name}=${value}`,
  ];
}

function image({ base }: Plan): string {
  return base === 'alpine' ? 'alpine:${ALPINE_VERSION}' : 'debian:${DEBIAN_SUITE}-slim';
}

function install({ base }: Plan, names: string): string {
  if (base === 'alpine') return `RUN apk add --no-cache ${names}`;
  const commands = [
    'apt-get update',
    `apt-get install --yes --no-install-recommends ${names}`,
    'rm -rf /var/lib/apt/lists/*',
  ];
  return `RUN ${commands.join(' \\\n    && ')}`;
}

/** Packages with what each tool compiles by. */
function toolNames({ base, build }: Plan): string {
  const library = base === 'alpine' ? 'musl-dev' : 'libc6-dev';
  return build.tool === 'cmake' ? `cmake g++ gcc ${library} make` : `gcc ${library} make`;
}

function buildStage(plan: Plan): Block {
  const { build } = plan;
  return [
    '# build makes what ships, and lays it in /out.',
    `FROM ${image(plan)} AS build`,
    ...(build.tool === undefined
      ? []
      : ['# Fill in: the packages that the build needs.', install(plan, toolNames(plan))]),
    'WORKDIR /src',
    '# Fill in: where a lockfile names packages, copy it and install them here, so that no edit of the sources does it anew.',
    'COPY . ./',
    `# Fill in: ${build.tool === undefined ? 'what builds the app; as it is, all files ship' : 'what else of the build ships'}.`,
    `RUN ${buildCommands(build).join(' \\\n    && ')}`,
  ];
}

function buildCommands({ tool, program }: GenericBuild): string[] {
  if (tool === undefined) return ['mkdir /out', 'cp -R . /out/'];
  const make = tool === 'make' ? ['make'] : ['cmake -S . -B build -D CMAKE_BUILD_TYPE=Release', 'cmake --build build'];
  return [...make, 'mkdir /out', program === undefined ? 'cp -R . /out/' : `cp ${program} /out/`];
}

function runtimeStage(plan: Plan, portVariable: boolean): Block {
  const { app, base, port } = plan;
  return [
    '# runtime is what ships.',
    `FROM ${image(plan)} AS runtime`,
    '# tini passes signals on, and ends what does not heed them as the first process.',
    '# Fill in: other packages that the app needs to run.',
    install(plan, 'tini'),
    makeUser(base === 'alpine' ? 'alpine' : 'debian'),
    ...(base === 'alpine' ? [] : PROBE_LINES),
    'WORKDIR /app',
    'COPY --from=build /out ./',
    ...(portVariable ? [`ENV PORT=${port}`] : []),
    userLine(),
    '# Fill in: the port that the app listens on, and what it answers while it is well.',
    `EXPOSE ${port}`,
    healthCheck(probe(plan)),
    `# Fill in: the command that starts the app${plan.build.program === undefined ? '; nothing told it' : ''}.`,
    `ENTRYPOINT ${execForm(['tini', '-g', '--', ...startWords(plan.build)])}`,
    ...labelLines({ title: app.project.name }),
  ];
}

/** BusyBox of Alpine asks by itself: for a success, or for a connection where no route is known. */
function probe({ base, port, healthPath }: Plan): string[] {
  const address = `http://127.0.0.1:${port}${healthPath ?? '/'}`;
  if (base !== 'alpine') return ['probe', address, `${worstStatus(healthPath)}`];
  return healthPath === undefined ? ['nc', '-z', '127.0.0.1', `${port}`] : ['wget', '-q', '-O', '/dev/null', address];
}

function startWords({ program, interpreter }: GenericBuild): string[] {
  const name = program === undefined ? 'start' : interpreter ? program : program.slice(program.lastIndexOf('/') + 1);
  return [...(interpreter ? [interpreter] : []), `/app/${name}`];
}
