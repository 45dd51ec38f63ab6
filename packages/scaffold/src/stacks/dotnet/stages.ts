import { isWithin, joinPath } from '@dockwarden-internal/facts';
import { worstStatus } from '../../detect/serving.ts';
import { userLine } from '../../dockerfile/app-user.ts';
import { copyByFolder } from '../../dockerfile/copy-lines.ts';
import type { Block } from '../../dockerfile/dockerfile-text.ts';
import { execForm } from '../../dockerfile/exec-form.ts';
import { APP_USER, type DotnetBuild, inContext, programFolder, programPath, SOURCE } from './dotnet-build.ts';
import { probeCommand } from './probe.ts';

/** What NuGet has answered before. The packages themselves stay in the layer: publish finds them also where a cache begins empty, as in CI. */
const ANSWERS = '--mount=type=cache,target=/root/.local/share/NuGet';

/** Source: NuGet, "NuGet configuration file locations". */
const CREDENTIALS = '--mount=type=secret,id=nuget-config,target=/root/.nuget/NuGet/NuGet.Config';

/** A RUN that may fetch packages. */
function runFetching({ options }: DotnetBuild, command: string): string {
  return `RUN ${[ANSWERS, ...(options.privateRegistry ? [CREDENTIALS] : []), command].join(' \\\n    ')}`;
}

/** The SDK, for the platform of the builder: what is published runs on every platform that has the runtime. */
export function sdkLines({ dotnet, base, options }: DotnetBuild, stage: string): string[] {
  const single = options.pattern === 'single';
  const version = dotnet.sdk === dotnet.version ? 'DOTNET_VERSION' : 'DOTNET_SDK_VERSION';
  const suffix = single && base === 'alpine' ? '-alpine' : '';
  return [
    `FROM ${single ? '' : '--platform=$BUILDPLATFORM '}mcr.microsoft.com/dotnet/sdk:\${${version}}${suffix} AS ${stage}`,
    // Programs for an older runtime are started in stages that have that of the SDK alone.
    ...(dotnet.sdk.startsWith(`${dotnet.version}.`) || dotnet.sdk === dotnet.version
      ? []
      : ['ENV DOTNET_ROLL_FORWARD=Major']),
  ];
}

export function baseStage(build: DotnetBuild): Block {
  return ['# base is what builds, on the platform of the builder.', ...sdkLines(build, 'base')];
}

export function dependenciesStage(build: DotnetBuild): Block {
  return [
    '# dependencies has the packages that the project files name, and changes only with them.',
    'FROM base AS dependencies',
    ...dependenciesLines(build),
  ];
}

export function dependenciesLines(build: DotnetBuild): string[] {
  const { layout, overrides } = build.dotnet;
  const command = [
    'dotnet restore',
    programPath(build),
    ...(layout.locked ? ['--locked-mode'] : []),
    ...options(overrides),
  ];
  return [`WORKDIR ${SOURCE}`, ...manifestCopies(build, layout.manifests), runFetching(build, command.join(' '))];
}

function manifestCopies(build: DotnetBuild, paths: readonly string[]): string[] {
  const files = paths.map((path) => inContext(build, path));
  return copyByFolder(files, (folder) => (folder === '.' ? '.' : `./${folder}`));
}

function options(properties: readonly string[]): string[] {
  return properties.map((one) => `-p:${one}`);
}

export function sourceLines(build: DotnetBuild): string[] {
  return copyFolders(build.dotnet.layout.sources.map((folder) => inContext(build, folder)));
}

function copyFolders(folders: readonly string[]): string[] {
  return folders.map((folder) => (folder === '.' ? 'COPY . ./' : `COPY ${folder} ./${folder}`));
}

export function publishLine(build: DotnetBuild, output: string): string {
  const { framework, overrides } = build.dotnet;
  const words = [
    `dotnet publish ${programPath(build)} --no-restore --configuration Release --output ${output}`,
    ...(framework === undefined ? [] : [`--framework ${framework}`]),
    ...options(['UseAppHost=false', ...overrides]),
  ];
  return `RUN ${words.join(' ')}`;
}

export function buildStage(build: DotnetBuild): Block {
  return [
    '# build publishes the app, without a host program, which would be for one platform.',
    'FROM dependencies AS build',
    ...sourceLines(build),
    publishLine(build, '/out'),
  ];
}

/** Undefined where no project of tests refers to the program. */
export function testStage(build: DotnetBuild): Block | undefined {
  const { tests } = build.dotnet.layout;
  if (tests.length === 0) return undefined;
  const folders = [...new Set(tests.flatMap((test) => test.folders))].map((folder) => inContext(build, folder));
  return [
    '# test fails where a test does: docker build --target test .',
    'FROM build AS test',
    ...copyFolders(folders),
    runFetching(build, tests.map(({ project }) => `dotnet test ${inContext(build, project)}`).join(' \\\n    && ')),
  ];
}

/** What NuGet and the compiler make in the stage for development, apart from sources that are mounted. */
export const KEPT = ['/home/app/.nuget', '/home/app/artifacts'];

/** Where the stage for development has the probe. */
const DEVELOPMENT_PROBE = '/probe';

/** The same question, asked in the stage for development. */
export function developmentProbe({ port, healthPath }: DotnetBuild): readonly string[] | undefined {
  const address = `http://127.0.0.1:${port}${healthPath ?? '/'}`;
  return port === undefined ? undefined : probeCommand(DEVELOPMENT_PROBE, address, worstStatus(healthPath));
}

export function watchCommand({ dotnet }: DotnetBuild): string[] {
  const framework = dotnet.framework === undefined ? [] : ['--framework', dotnet.framework];
  return ['dotnet', 'watch', '--non-interactive', 'run', '--no-launch-profile', ...framework];
}

/** Source: .NET SDK, "Artifacts output layout", whose properties may stand in the environment. */
export function developmentStage(build: DotnetBuild): Block {
  const { port } = build;
  const { manifests, sources } = build.dotnet.layout;
  const folder = programFolder(build);
  return [
    '# development builds and starts the app again when a mounted source changes; what it builds lies apart from the sources.',
    'FROM base AS development',
    'ENV ArtifactsPath=/home/app/artifacts \\\n    DOTNET_ENVIRONMENT=Development',
    `RUN mkdir -p ${KEPT.join(' ')} && chown -R ${APP_USER}:${APP_USER} /home/app`,
    ...(port === undefined ? [] : [`COPY --from=probe /out ${DEVELOPMENT_PROBE}`]),
    `WORKDIR ${SOURCE}`,
    ...manifestCopies(
      build,
      manifests.filter((path) => !sources.some((folder) => isWithin(path, folder))),
    ),
    ...sourceLines(build),
    ...(folder === SOURCE ? [] : [`WORKDIR ${folder}`]),
    ...portLines(build),
    ...(port === undefined ? [] : [`EXPOSE ${port}`]),
    userLine(APP_USER),
    `CMD ${execForm(watchCommand(build))}`,
  ];
}

/** Source: ASP.NET Core, "Configure endpoints", ASPNETCORE_HTTP_PORTS. */
export function portLines({ dotnet, port }: DotnetBuild): string[] {
  if (port === undefined) return [];
  const variables = [
    ...(dotnet.fixedPort ? [] : [`ASPNETCORE_HTTP_PORTS=${port}`]),
    ...(dotnet.serving.portVariable ? [`PORT=${port}`] : []),
  ];
  return variables.length > 0 ? [`ENV ${variables.join(' \\\n    ')}`] : [];
}

/** Folders of sources, from the context, and where they lie in stages that build. */
export function mountsOf(build: DotnetBuild): { readonly from: string; readonly to: string }[] {
  return build.dotnet.layout.sources
    .map((folder) => inContext(build, folder))
    .map((from) => ({ from, to: joinPath(SOURCE, from) }));
}
