import { appOf, PLAIN_OPTIONS } from '../../testing/app-of.ts';
import { planned, stageText } from '../../testing/planned.ts';
import { dotnetStack } from './dotnet-stack.ts';

const project = (sdk: string, properties = '', items = '') =>
  `<Project Sdk="${sdk}"><PropertyGroup><TargetFramework>net8.0</TargetFramework>${properties}</PropertyGroup><ItemGroup>${items}</ItemGroup></Project>`;
const WEB = 'Microsoft.NET.Sdk.Web';
const API = { 'Api.csproj': project(WEB), 'Program.cs': 'app.MapHealthChecks("/health");' };
const plan = (files: Readonly<Record<string, string>>, options = {}, model = {}) =>
  planned(dotnetStack, appOf(files, model), options);

test('packages stay in a layer of their own, and what is published runs on any platform', () => {
  const app = plan(API);
  expect(stageText(app, 'base')).toContain(
    'FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:${DOTNET_VERSION} AS base',
  );
  expect(stageText(app, 'dependencies')).toContain(
    'COPY Api.csproj ./\nRUN --mount=type=cache,target=/root/.local/share/NuGet \\\n    dotnet restore Api.csproj',
  );
  expect(stageText(app, 'build')).toContain(
    'dotnet publish Api.csproj --no-restore --configuration Release --output /out -p:UseAppHost=false',
  );
  const runtime = stageText(app, 'runtime')!;
  expect(runtime).toContain('FROM mcr.microsoft.com/dotnet/aspnet:${DOTNET_VERSION} AS runtime');
  expect(runtime).toContain('ENV ASPNETCORE_HTTP_PORTS=8080\nUSER 1654:1654\nEXPOSE 8080\n');
  expect(runtime).toContain('CMD ["dotnet", "/app/probe/Probe.dll", "http://127.0.0.1:8080/health", "300"]');
  expect(runtime).toContain('ENTRYPOINT ["dotnet", "/app/Api.dll"]');
  expect(stageText(app, 'development')).toContain(
    'CMD ["dotnet", "watch", "--non-interactive", "run", "--no-launch-profile"]',
  );
  expect(app.service).toMatchObject({ port: 8080, healthPath: '/health', user: '1654:1654', writable: ['/tmp'] });
  expect(stageText(app, 'test')).toBeUndefined();
});

test('a locked restore, and a note where there is no lockfile', () => {
  const locked = plan({ ...API, 'packages.lock.json': '{}' });
  expect(locked.dockerfile).toContain('COPY Api.csproj packages.lock.json ./');
  expect(locked.dockerfile).toContain('dotnet restore Api.csproj --locked-mode');
  expect(locked.notes).toEqual([]);
  expect(plan(API).notes.join()).toContain('RestorePackagesWithLockFile');
});

test('projects that it refers to, and what lies above them, make the workspace the context', () => {
  const files = {
    'Directory.Packages.props': '<Project/>',
    'Directory.Build.props':
      '<Project><Import Project="build/common.props"/><UseArtifactsOutput>true</UseArtifactsOutput></Project>',
    'build/common.props': '<Project/>',
    'nuget.config': '<configuration/>',
    'apps/api/Api.csproj': project(WEB, '', '<ProjectReference Include="..\\..\\libs\\core\\Core.csproj"/>'),
    'libs/core/Core.csproj': project('Microsoft.NET.Sdk', '', '<ProjectReference Include="$(Shared)\\X.csproj"/>'),
  };
  const app = plan(files, {}, { root: 'apps/api' });
  expect(app.context).toBe('workspace');
  expect(stageText(app, 'dependencies')).toContain(
    'COPY Directory.Build.props Directory.Packages.props nuget.config ./\nCOPY build/common.props ./build/\nCOPY apps/api/Api.csproj ./apps/api/\nCOPY libs/core/Core.csproj ./libs/core/',
  );
  expect(stageText(app, 'build')).toContain(
    'COPY apps/api ./apps/api\nCOPY libs/core ./libs/core\nRUN dotnet publish apps/api/Api.csproj',
  );
  const development = stageText(app, 'development')!;
  expect(development).toContain('WORKDIR /src/apps/api');
  expect(development).not.toContain('COPY apps/api/Api.csproj');
  expect(app.service.development).toMatchObject({
    workdir: '/src/apps/api',
    mounts: [
      { from: 'apps/api', to: '/src/apps/api' },
      { from: 'libs/core', to: '/src/libs/core' },
    ],
  });
  expect(app.ignore).toContain('**/artifacts\n');
  expect(app.notes.join()).toContain('$(Shared)\\X.csproj in libs/core/Core.csproj');
});

test('tests that refer to the program', () => {
  const tests = project(
    'Microsoft.NET.Sdk',
    '',
    '<PackageReference Include="Microsoft.NET.Test.Sdk"/><ProjectReference Include="../../src/Api/Api.csproj"/>',
  );
  const files = { 'Api.sln': '', 'src/Api/Api.csproj': project(WEB), 'tests/Api.Tests/Api.Tests.csproj': tests };
  const test = stageText(plan(files), 'test')!;
  expect(test).toContain('FROM build AS test\nCOPY tests/Api.Tests ./tests/Api.Tests\n');
  expect(test).toContain('dotnet test tests/Api.Tests/Api.Tests.csproj');
});

test('ways to give a program out that bring the runtime are left out, and said', () => {
  const own = '<PublishAot>true</PublishAot><RuntimeIdentifier>win-x64</RuntimeIdentifier>';
  const app = plan({ 'Api.csproj': project(WEB, own) });
  expect(app.dockerfile).toContain('dotnet restore Api.csproj -p:PublishAot=false -p:RuntimeIdentifier=\n');
  expect(app.dockerfile).toContain('-p:UseAppHost=false -p:PublishAot=false -p:RuntimeIdentifier=\n');
  expect(app.notes.join()).toContain('PublishAot, RuntimeIdentifier is left out');
});

test('an SDK that is newer than the runtime starts what it builds', () => {
  const sdk = { sdk: { version: '9.0.100' } };
  const app = plan({ ...API, 'global.json': JSON.stringify(sdk) });
  expect(stageText(app, 'base')).toContain('ENV DOTNET_ROLL_FORWARD=Major');
  expect(stageText(app, 'runtime')).not.toContain('ROLL_FORWARD');
  expect(app.notes.join()).toContain('rollForward latestFeature');
});

test('other bases', () => {
  const alpine = stageText(plan(API, { base: 'alpine' }), 'runtime')!;
  expect(alpine).toContain(
    'aspnet:${DOTNET_VERSION}-alpine AS runtime\nRUN apk add --no-cache icu-data-full icu-libs tzdata',
  );
  expect(alpine).toContain('CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/health"]');
  const chiseled = plan(API, { base: 'distroless' }).dockerfile;
  expect(chiseled).toContain('ARG UBUNTU_SUITE=noble\n');
  expect(chiseled).toContain('aspnet:${DOTNET_VERSION}-${UBUNTU_SUITE}-chiseled-extra AS runtime');
  const invariant = { 'Api.csproj': project(WEB, '<InvariantGlobalization>true</InvariantGlobalization>') };
  expect(plan(invariant, { base: 'distroless' }).dockerfile).toContain('-chiseled AS runtime');
  expect(plan(invariant, { base: 'alpine' }).dockerfile).not.toContain('icu-libs');
});

test('a worker has no port, and the smaller runtime', () => {
  const app = plan({ 'Jobs.csproj': project('Microsoft.NET.Sdk.Worker') });
  expect(app.dockerfile).toContain('FROM mcr.microsoft.com/dotnet/runtime:${DOTNET_VERSION} AS runtime');
  expect(app.dockerfile).not.toMatch(/EXPOSE|HEALTHCHECK|AS probe|ASPNETCORE/);
});

test('a port that the sources name is not moved by a variable', () => {
  const app = plan({ ...API, 'Program.cs': 'app.Run("http://localhost:5005");' }, { port: 9000 });
  expect(app.dockerfile).not.toContain('ASPNETCORE_HTTP_PORTS');
  expect(app.notes).toEqual(
    expect.arrayContaining([
      'Program.cs listens on localhost alone, where nobody outside of the container is.',
      'Program.cs listens on 5005: let it listen on 9000, as the image says.',
    ]),
  );
});

test('credentials are a configuration that is mounted', () => {
  const app = plan(API, { privateRegistry: true });
  expect(app.dockerfile).toContain('--mount=type=secret,id=nuget-config,target=/root/.nuget/NuGet/NuGet.Config');
  expect(app.notes.join()).toContain('--secret id=nuget-config');
});

test('one stage, two images, and files alone', () => {
  const single = plan(API, { pattern: 'single', base: 'alpine' });
  expect(single.dockerfile.match(/^FROM /gm)).toHaveLength(1);
  expect(single.dockerfile).toContain('sdk:${DOTNET_VERSION}-alpine AS runtime');
  expect(single.dockerfile).toContain('COPY Program.cs ./\n');
  expect(single.relaxes).toEqual(['image/build-tools']);
  const app = appOf(API);
  const seen = dotnetStack.detect(app, false);
  if (!seen || !('details' in seen)) throw new Error('not found');
  expect(
    dotnetStack.plan(app, seen.details, { ...PLAIN_OPTIONS, pattern: 'single', base: 'distroless' }),
  ).toMatchObject({
    code: 'setup/not-in-one-stage',
  });
  const builder = plan(API, { pattern: 'builder' });
  expect(builder.dockerfile).toContain('COPY dist/docker/api-build/files/ ./\n');
  const artifact = stageText({ dockerfile: builder.files[0]!.text }, 'artifact')!;
  expect(artifact).toContain('COPY --from=probe /out /probe\nCOPY --from=build /out /\n');
  const files = plan(API, { pattern: 'artifact' });
  expect(stageText(files, 'artifact')).toContain('FROM scratch AS artifact\nCOPY --from=build /out /\nUSER');
});
