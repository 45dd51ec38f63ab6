import type { Diagnostic } from '@dockwarden-internal/syntax';
import { type Block, dockerfileText } from '../../dockerfile/dockerfile-text.ts';
import { ignoreText } from '../../dockerfile/ignore-text.ts';
import { unplainPath } from '../../dockerfile/plain-path.ts';
import { type App, pathIn, readIn } from '../../model/app.ts';
import type { SetupOptions } from '../../model/setup-options.ts';
import type { StackPlan } from '../../model/stack.ts';
import { ARTIFACT_NOTE, artifactStage, NO_SERVICE } from '../../patterns/artifact-stage.ts';
import { builderPlan } from '../../patterns/builder-plan.ts';
import { extractedFolder } from '../../patterns/extracted-folder.ts';
import { managerCommands } from '../node/manager/commands.ts';
import { inFolder } from '../node/manager/manager.ts';
import { allowOnly } from '../node/patterns/allow-list.ts';
import { plainNames } from '../node/plain-names.ts';
import type { NodeProject } from '../node/project/layout.ts';
import type { NodeVersion } from '../node/project/node-version.ts';
import { appFolder, PARTIAL_WORKSPACE } from '../node/stages/build.ts';
import { developmentOf, developmentStage, type LiveReload } from '../node/stages/development.ts';
import { type NodeImage, repositoryOf, versionArgument } from '../node/stages/node-image.ts';
import { DEFAULT_VERSIONS } from '../versions.ts';
import type { SiteBuilder } from './builders.ts';
import { nginxConf } from './nginx-conf.ts';
import { buildBlocks, type SiteImage, siteStage, USER } from './stages.ts';

export interface StaticDetails {
  readonly project: NodeProject;
  readonly version: NodeVersion;
  readonly builder: SiteBuilder;
  /** Folder of the finished site, from the app's folder; in an integrated Nx workspace from the root. */
  readonly output: string;
}

const NGINX = `ARG NGINX_VERSION=${DEFAULT_VERSIONS.nginx}`;

export function planStatic(app: App, details: StaticDetails, options: SetupOptions): StackPlan | Diagnostic {
  const { project, version, builder, output } = details;
  const fault =
    plainNames(project) ?? unplainPath([output, ...(project.layout.kind === 'integrated' ? [app.project.name] : [])]);
  if (fault) return fault;
  // Files are the same whatever C library their tools ran on.
  const image: NodeImage = { project, version, commands: managerCommands(project), options, base: 'slim' };
  const { folder, kind } = project.layout;
  const integrated = kind === 'integrated';
  const built = `--from=build ${integrated ? '/app' : appFolder(project)}/${output}`;
  const context = folder === '.' ? 'project' : 'workspace';
  const ignore = ignoreText([
    { why: 'Built anew in the image', patterns: [`**/${integrated ? 'dist' : output.split('/')[0]}`] },
  ]);
  const artifact = [
    [versionArgument(image)],
    ...buildBlocks(image),
    artifactStage(app.project.name, [`COPY ${built} /`], repositoryOf(project)),
  ];
  if (options.pattern === 'artifact')
    return {
      dockerfile: dockerfileText(artifact),
      context,
      ignore,
      service: NO_SERVICE,
      files: [],
      notes: [ARTIFACT_NOTE],
    };
  const port = options.port ?? 8080;
  const healthPath = options.healthPath ?? '/health';
  const site: SiteImage = {
    image,
    slim: options.base === 'slim',
    port,
    healthPath,
    conf: inFolder(folder, 'nginx.conf'),
    site: built,
  };
  const conf = nginxConf({ port, healthPath, hashed: builder.hashed, singlePage: builder.singlePage });
  const common = {
    context,
    ignore,
    service: { port, healthPath, user: USER, writable: ['/tmp'], environment: {} },
    files: [{ path: pathIn(app, 'nginx.conf'), text: conf }],
    notes: [],
  } as const;
  if (options.pattern === 'builder') {
    // What is extracted lies at the root, and so does the context of what packs it.
    const packed = { ...site, conf: pathIn(app, 'nginx.conf'), site: extractedFolder(app.project.name) };
    const runtime = [[NGINX], siteStage(packed)];
    const plan = builderPlan(app, { build: artifact, ignore, context, runtime });
    return { ...common, ...plan, ignore: allowOnly(runtime), files: [...common.files, ...plan.files] };
  }
  if (options.build === 'outside') {
    const blocks = [[NGINX], siteStage({ ...site, site: integrated ? output : inFolder(folder, output) })];
    const notes = [
      `Build ${app.project.name} before its image, which packs ${output}: dockwarden build --trust-generated takes it as it is.`,
    ];
    return { ...common, dockerfile: dockerfileText(blocks), ignore: allowOnly(blocks), notes };
  }
  const live = integrated ? nxServe(app, builder) : liveReload(builder);
  const blocks: (Block | undefined)[] = [
    [versionArgument(image), NGINX],
    ...buildBlocks(image),
    developmentStage(image, live),
    siteStage(site),
  ];
  const development = developmentOf(image, live, undefined);
  return { ...common, dockerfile: dockerfileText(blocks), service: { ...common.service, development } };
}

function liveReload({ serve, servePort, written }: SiteBuilder): LiveReload {
  const environment: Record<string, string> = serve[0] === 'react-scripts' ? { HOST: '0.0.0.0' } : {};
  return { command: ['npx', ...serve], port: servePort, environment, written, debug: false };
}

/** Both of Nx's plugins take the options of the tool's own server. */
function nxServe(app: App, { servePort }: SiteBuilder): LiveReload {
  const config = ['ts', 'mts', 'js', 'mjs'].flatMap((ending) => readIn(app, `vite.config.${ending}`) ?? [])[0] ?? '';
  return {
    command: ['npx', 'nx', 'serve', app.project.name, '--host', '0.0.0.0', PARTIAL_WORKSPACE],
    port: Number(/\bport\s*:\s*(\d{4,5})\b/.exec(config)?.[1] ?? servePort),
    environment: {},
    written: ['.nx', 'dist', 'tmp', 'node_modules/.vite', 'node_modules/.vite-temp'],
    debug: false,
    folder: '/app',
  };
}
