import { worstStatus } from '../../detect/serving.ts';
import { userLine } from '../../dockerfile/app-user.ts';
import type { Block } from '../../dockerfile/dockerfile-text.ts';
import { execForm } from '../../dockerfile/exec-form.ts';
import { healthCheck } from '../../dockerfile/health-check.ts';
import { labelLines } from '../../dockerfile/label-lines.ts';
import { entryCopies, namedEntries } from '../../patterns/named-entries.ts';
import { APP_USER, type DotnetBuild, inContext } from './dotnet-build.ts';
import { probeCommand, probeLines } from './probe.ts';
import { dependenciesLines, portLines, publishLine, sdkLines, sourceLines } from './stages.ts';

const PROBE = '/app/probe';

/** BusyBox of Alpine asks by itself, where only a success counts. */
export function needsProbe({ port, base, healthPath }: DotnetBuild): boolean {
  return port !== undefined && (base !== 'alpine' || healthPath === undefined);
}

/** Source: .NET container images, "Image variants": those of Alpine, and chiseled ones without `extra`, have no cultures and time zones. */
function baseLines({ dotnet, base }: DotnetBuild): string[] {
  const image = `mcr.microsoft.com/dotnet/${dotnet.web ? 'aspnet' : 'runtime'}:\${DOTNET_VERSION}`;
  if (base === 'slim') return [`FROM ${image} AS runtime`];
  if (base === 'distroless')
    return [`FROM ${image}-\${UBUNTU_SUITE}-chiseled${dotnet.invariant ? '' : '-extra'} AS runtime`];
  return [
    `FROM ${image}-alpine AS runtime`,
    ...(dotnet.invariant
      ? []
      : ['RUN apk add --no-cache icu-data-full icu-libs tzdata', 'ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false']),
  ];
}

export function runtimeStage(build: DotnetBuild, copies: readonly string[]): Block {
  return [
    '# runtime is what ships: the runtime and the app.',
    ...baseLines(build),
    'WORKDIR /app',
    ...copies,
    ...startLines(build),
  ];
}

/** The probe, which changes least, and the app, from the stages that made them. */
export function appCopies(build: DotnetBuild, target: string): string[] {
  const probed = needsProbe(build) && build.options.pattern !== 'artifact';
  return [...(probed ? [`COPY --from=probe /out ${target}probe`] : []), `COPY --from=build /out ${target}`];
}

/** Everything in one stage, for prototypes: the SDK ships with the app. */
export function singleStage(build: DotnetBuild): Block {
  return [
    '# runtime builds and ships in one stage, so that it keeps the SDK and the sources.',
    ...sdkLines(build, 'runtime'),
    ...(needsProbe(build) ? probeLines(build.dotnet.version, PROBE) : []),
    ...dependenciesLines(build),
    ...singleSources(build),
    publishLine(build, '/app'),
    'WORKDIR /app',
    ...startLines(build),
  ];
}

/** What ships copies what it needs by name. */
function singleSources(build: DotnetBuild): string[] {
  const { app, dotnet } = build;
  if (!dotnet.layout.sources.some((folder) => inContext(build, folder) === '.')) return sourceLines(build);
  const files = /\.(?:cs|fs|vb|cshtml|razor|resx|proto|json|xml|config)$/;
  return entryCopies(namedEntries(app.fs, app.project.root, files));
}

function startLines(build: DotnetBuild): string[] {
  const { dotnet, port, healthPath, app } = build;
  const address = `http://127.0.0.1:${port}${healthPath ?? '/'}`;
  const probe = needsProbe(build)
    ? probeCommand(PROBE, address, worstStatus(healthPath))
    : ['wget', '-q', '-O', '/dev/null', address];
  return [
    ...portLines(build),
    userLine(APP_USER),
    ...(port === undefined ? [] : [`EXPOSE ${port}`, healthCheck(probe, { start: 20 })]),
    `ENTRYPOINT ${execForm(['dotnet', `/app/${dotnet.assembly}.dll`])}`,
    ...labelLines({ title: app.project.name }),
  ];
}
