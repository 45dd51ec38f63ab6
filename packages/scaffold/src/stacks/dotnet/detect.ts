import { folderOf, joinPath } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { healthRoute } from '../../detect/health-route.ts';
import { type Serving, servingEvidence } from '../../detect/serving.ts';
import { type SourceFile, sourceFiles } from '../../detect/source-files.ts';
import { unplainPath } from '../../dockerfile/plain-path.ts';
import type { App } from '../../model/app.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Detected } from '../../model/stack.ts';
import type { DotnetApp } from './dotnet-app.ts';
import { findProgram } from './find-program.ts';
import { dotnetLayout } from './layout.ts';
import { type Listening, listeningOf, USUAL_PORT } from './listening.ts';
import { isWeb, type ProjectFile, projectName } from './project-file.ts';
import { propertyAround } from './surroundings.ts';
import { OLDEST, sdkOf, targetOf } from './versions.ts';

/** Ways to give a program out that bring the runtime along, or are for one platform: the image has the runtime, and is built for any. */
const SELF_CONTAINED = [
  'PublishAot',
  'PublishReadyToRun',
  'PublishSelfContained',
  'PublishSingleFile',
  'PublishTrimmed',
  'SelfContained',
];

export function detectDotnet(app: App, asked: boolean): Detected<DotnetApp> | Diagnostic | undefined {
  const { fs, project } = app;
  const found = findProgram(app, asked);
  if (found === undefined) return undefined;
  const aside = !asked && fs.kind(joinPath(project.root, 'package.json')) === 'file';
  if (found === 'library') return aside ? undefined : noProgram(app);
  const { program, others } = found;
  const target = targetOf(fs, program);
  if ('unfit' in target) return unfitTarget(program.path, target.unfit);
  const { layout, projects } = dotnetLayout(app, program);
  const tests = layout.tests.flatMap((test) => [test.project, ...test.folders]);
  const fault = unplainPath([...layout.manifests, ...layout.sources, ...tests]);
  if (fault) return fault;
  const sdk = sdkOf(fs, program.path, target.version);
  if ('code' in sdk) return sdk;
  const server = isWeb(program);
  const files = sourcesOf(app, program.path);
  const listening = server ? listeningOf(fs, program.path, files) : { fixed: false };
  const serving = servingOf(files, listening, server);
  const overrides = overridesOf(app, program);
  const assembly = propertyAround(fs, program, 'AssemblyName') ?? projectName(program.path);
  return {
    details: {
      layout,
      version: target.version,
      sdk: sdk.tag,
      ...(target.framework !== undefined && { framework: target.framework }),
      assembly,
      web: projects.some(isWeb),
      invariant: propertyAround(fs, program, 'InvariantGlobalization')?.toLowerCase() === 'true',
      overrides,
      fixedPort: listening.fixed,
      serving,
      notes: [
        ...(sdk.note === undefined ? [] : [sdk.note]),
        ...notesOf(layout.locked, others, projects, overrides, listening),
      ],
    },
    evidence: [
      { what: server ? 'ASP.NET Core' : '.NET', why: `${program.sdk} in ${program.path}` },
      target.evidence,
      ...(sdk.evidence ? [sdk.evidence] : []),
      { what: `program ${assembly}.dll`, why: program.path },
      ...layout.tests.map((test) => ({ what: 'tests', why: test.project })),
      ...portEvidence(serving, listening),
    ],
  };
}

/** The profile of development listens on nothing in an image: its port is taken over, so that there is one for both. */
function portEvidence(serving: Serving, { fixed }: Listening): Evidence[] {
  const said = servingEvidence(serving);
  return fixed ? said : said.map(({ what, why }) => ({ what, why: why.replace(/ listens on it$/, ' names it') }));
}

function sourcesOf({ fs }: App, program: string): SourceFile[] {
  const without = ['wwwroot', 'Migrations', 'ClientApp'];
  return sourceFiles(fs, folderOf(program), { endings: ['.cs', '.fs', '.vb'], without });
}

function servingOf(files: readonly SourceFile[], { found }: Listening, server: boolean): Serving {
  const health = server ? healthRoute(files) : undefined;
  const port = found?.port ?? (server ? USUAL_PORT : undefined);
  return {
    ...(port !== undefined && { port }),
    ...(found && { found }),
    portVariable: files.some(({ text }) => /\bGetEnvironmentVariable\(\s*"PORT"\s*\)/.test(text)),
    ...(health && { health }),
  };
}

/** As options of MSBuild, which win over what files say. */
function overridesOf({ fs }: App, program: ProjectFile): string[] {
  const on = SELF_CONTAINED.filter((name) => propertyAround(fs, program, name)?.toLowerCase() === 'true');
  const identifier = propertyAround(fs, program, 'RuntimeIdentifier');
  return [...on.map((name) => `${name}=false`), ...(identifier === undefined ? [] : ['RuntimeIdentifier='])];
}

function notesOf(
  locked: boolean,
  others: readonly string[],
  projects: readonly ProjectFile[],
  overrides: readonly string[],
  { local }: Listening,
): string[] {
  const unfollowed = projects.flatMap(({ path, unfollowed: all }) => all.map((one) => `${one} in ${path}`));
  const names = overrides.map((one) => one.replace(/=.*/, ''));
  return [
    ...(others.length > 0
      ? [`Of several programs ${projects[0]!.path} is taken for the app; there is ${others.join(', ')} too.`]
      : []),
    ...unfollowed.map((one) => `Where ${one} leads only MSBuild knows: copy that project in the Dockerfile, too.`),
    ...(names.length > 0
      ? [`${names.join(', ')} is left out: the image brings the runtime, and is built for any platform.`]
      : []),
    ...(local === undefined ? [] : [`${local} listens on localhost alone, where nobody outside of the container is.`]),
    ...(locked
      ? []
      : [
          'No packages.lock.json locks packages: RestorePackagesWithLockFile in the project file makes dotnet restore write it.',
        ]),
  ];
}

function unfitTarget(path: string, said: string): Diagnostic {
  return {
    code: 'setup/unfit-framework',
    message: `${path} targets ${said}: images are written for .NET ${OLDEST} and later, on Linux.`,
    hint: `Target net${OLDEST}.0 or later, or begin with --stack generic.`,
    path,
    exit: 2,
  };
}

function noProgram({ project }: App): Diagnostic {
  return {
    code: 'setup/no-program',
    message: `${project.name} has project files of .NET and no program: none is of Microsoft.NET.Sdk.Web or Worker, or says OutputType Exe.`,
    hint: 'A library needs no image; name the project that uses it.',
    path: project.root,
    exit: 2,
  };
}
