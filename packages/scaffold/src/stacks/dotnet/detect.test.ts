import { appOf } from '../../testing/app-of.ts';
import { planned } from '../../testing/planned.ts';
import { dotnetStack } from './dotnet-stack.ts';

const web = (inner = '<TargetFramework>net8.0</TargetFramework>', items = '') =>
  `\uFEFF<Project Sdk="Microsoft.NET.Sdk.Web">\r\n<PropertyGroup>${inner}</PropertyGroup><ItemGroup>${items}</ItemGroup></Project>\r\n`;
const found = (files: Readonly<Record<string, string>>, project = {}) =>
  planned(dotnetStack, appOf(files, project)).found;
const seen = (files: Readonly<Record<string, string>>, asked = false) => dotnetStack.detect(appOf(files), asked);

test('a server, its version, program and health route', () => {
  expect(found({ 'Api.csproj': web(), 'Program.cs': 'app.MapHealthChecks("/healthz");' })).toEqual([
    'ASP.NET Core: Microsoft.NET.Sdk.Web in Api.csproj',
    '.NET 8.0: net8.0 in Api.csproj',
    'program Api.dll: Api.csproj',
    'port 8080: no file says which; the usual one',
    'health route /healthz: declared in Program.cs',
  ]);
});

test('the name of the program, and properties of the folder above', () => {
  const files = {
    'Directory.Build.props':
      '<Project><PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup></Project>',
    'apps/api/Api.fsproj': web('<AssemblyName>Acme.Api</AssemblyName>'),
  };
  expect(found(files, { root: 'apps/api' })).toEqual(
    expect.arrayContaining(['.NET 9.0: net9.0 in apps/api/Api.fsproj', 'program Acme.Api.dll: apps/api/Api.fsproj']),
  );
});

test.each([
  ['net8.0;net9.0;netstandard2.0', '9.0'],
  ['net8.0-linux', '8.0'],
  ['net10.0', '10.0'],
])('of %s %s is taken', (frameworks, version) => {
  const files = { 'Api.csproj': web(`<TargetFrameworks>${frameworks}</TargetFrameworks>`) };
  expect(found(files)).toContain(`.NET ${version}: ${frameworks} in Api.csproj`);
});

test.each(['net6.0', 'net48', 'net9.0-windows', 'netcoreapp3.1'])('%s is refused', (framework) => {
  expect(seen({ 'Api.csproj': web(`<TargetFramework>${framework}</TargetFramework>`) })).toMatchObject({
    code: 'setup/unfit-framework',
  });
});

test.each([
  ['app.Run("http://0.0.0.0:5005");', 5005],
  ['builder.WebHost.UseUrls("https://*:5001", "http://*:5000");', 5000],
  ['options.ListenAnyIP(8081);', 8081],
  ['options.Listen(IPAddress.Any, 8082, o => {});', 8082],
])('%s', (line, port) => {
  expect(found({ 'Api.csproj': web(), 'Program.cs': line })).toContain(`port ${port}: Program.cs listens on it`);
});

test('a port of settings, and of the profile that starts the project', () => {
  const settings = JSON.stringify({
    Seq: { Url: 'http://seq:5341' },
    Kestrel: { Endpoints: { Http: { Url: 'http://*:7000' } } },
  });
  expect(found({ 'Api.csproj': web(), 'appsettings.json': settings })).toContain(
    'port 7000: appsettings.json listens on it',
  );
  const profiles = {
    'IIS Express': { commandName: 'IISExpress', applicationUrl: 'http://localhost:44000' },
    http: { commandName: 'Project', applicationUrl: 'https://localhost:7123;http://localhost:5123' },
  };
  const launch = `// profiles\n${JSON.stringify({ iisSettings: { applicationUrl: 'http://localhost:4000' }, profiles })}`;
  expect(found({ 'Api.csproj': web(), 'Properties/launchSettings.json': launch })).toContain(
    'port 5123: Properties/launchSettings.json names it',
  );
});

test.each([
  [{ version: '9.0.100' }, 'ARG DOTNET_SDK_VERSION=9.0.100'],
  [{ version: '8.0.404', rollForward: 'latestFeature' }, 'sdk:${DOTNET_VERSION} AS base'],
  [{ version: '9.0.100', rollForward: 'latestMinor' }, 'ARG DOTNET_SDK_VERSION=9.0\n'],
  [{}, 'sdk:${DOTNET_VERSION} AS base'],
])('global.json %j', (sdk, line) => {
  const files = { 'global.json': JSON.stringify({ sdk }), 'Api.csproj': web() };
  expect(planned(dotnetStack, appOf(files)).dockerfile).toContain(line);
});

test('an SDK that is older than what it has to build for is refused', () => {
  const files = { 'global.json': '{ "sdk": { "version": "7.0.100" } }', 'Api.csproj': web() };
  expect(seen(files)).toMatchObject({ code: 'setup/older-sdk' });
});

test('a solution at the root, its server before its worker, and not what is a project itself', () => {
  const files = {
    'Acme.slnx': '',
    'src/Jobs/Jobs.csproj': web().replace('Sdk.Web', 'Sdk.Worker'),
    'src/Api/Api.csproj': web(),
    'src/Core/Core.csproj': web().replace('Sdk.Web', 'Sdk'),
  };
  const plan = planned(dotnetStack, appOf(files));
  expect(plan.found).toContain('program Api.dll: src/Api/Api.csproj');
  expect(plan.notes).toContain(
    'Of several programs src/Api/Api.csproj is taken for the app; there is src/Jobs/Jobs.csproj too.',
  );
  const { 'Acme.slnx': _, ...loose } = files;
  expect(seen(loose)).toBeUndefined();
  expect(seen(loose, true)).toMatchObject({ details: { assembly: 'Api' } });
});

test('a library or tests alone are a fault, and no app beside a package.json', () => {
  const library = { 'Core.csproj': web().replace('Sdk.Web', 'Sdk') };
  expect(seen(library)).toMatchObject({ code: 'setup/no-program' });
  expect(seen({ ...library, 'package.json': '{}' })).toBeUndefined();
  const tests = web(undefined, '<PackageReference Include="Microsoft.NET.Test.Sdk"/>').replace('Sdk.Web', 'Sdk');
  expect(seen({ 'T.csproj': tests.replace('<TargetF', '<OutputType>Exe</OutputType><TargetF') })).toMatchObject({
    code: 'setup/no-program',
  });
  expect(seen({ 'Old.csproj': '<Project ToolsVersion="15.0"/>' })).toMatchObject({ code: 'setup/no-program' });
  expect(seen({ 'main.c': '' })).toBeUndefined();
});

test('a path that would have to be escaped is refused', () => {
  expect(seen({ 'My Api.csproj': web() })).toMatchObject({ code: 'setup/path-with-special-characters' });
});
