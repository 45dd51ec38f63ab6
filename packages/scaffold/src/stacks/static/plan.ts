import type { Diagnostic } from '@dockwarden-internal/syntax';
import { type Block, dockerfileText } from '../../dockerfile/dockerfile-text.ts';
import { execForm } from '../../dockerfile/exec-form.ts';
import { healthCheck } from '../../dockerfile/health-check.ts';
import { ignoreText } from '../../dockerfile/ignore-text.ts';
import { labelLines } from '../../dockerfile/label-lines.ts';
import { unplainPath } from '../../dockerfile/plain-path.ts';
import { type App, pathIn } from '../../model/app.ts';
import type { SetupOptions } from '../../model/setup-options.ts';
import type { StackPlan } from '../../model/stack.ts';
import { managerCommands } from '../node/manager/commands.ts';
import { inFolder } from '../node/manager/manager.ts';
import { plainNames } from '../node/plain-names.ts';
import { unfitOption } from '../node/plain-options.ts';
import type { NodeProject } from '../node/project/layout.ts';
import type { NodeVersion } from '../node/project/node-version.ts';
import { appFolder, buildStage, testStage } from '../node/stages/build.ts';
import { baseStage, dependenciesStage } from '../node/stages/dependencies.ts';
import { developmentOf, developmentStage, type LiveReload } from '../node/stages/development.ts';
import { buildImage, type NodeImage, versionArgument } from '../node/stages/node-image.ts';
import { pruneStage } from '../node/stages/prune.ts';
import { DEFAULT_VERSIONS } from '../versions.ts';
import type { SiteBuilder } from './builders.ts';
import { nginxConf, SITE_ROOT } from './nginx-conf.ts';

export interface StaticDetails {
  readonly project: NodeProject;
  readonly version: NodeVersion;
  readonly builder: SiteBuilder;
  /** Folder of the finished site, from the app's folder. */
  readonly output: string;
}

/** The user that the official image has for nginx's workers. */
const USER = '101:101';

export function planStatic(app: App, details: StaticDetails, options: SetupOptions): StackPlan | Diagnostic {
  const { project, version, builder, output } = details;
  const fault = unfitOption(options) ?? plainNames(project) ?? unplainPath([output]);
  if (fault) return fault;
  // Files are the same whatever C library their tools ran on.
  const image: NodeImage = { project, version, commands: managerCommands(project), options, base: 'slim' };
  const slim = options.base === 'slim';
  const port = options.port ?? 8080;
  const healthPath = options.healthPath ?? '/health';
  const live = liveReload(builder);
  const blocks: (Block | undefined)[] = [
    [versionArgument(image), `ARG NGINX_VERSION=${DEFAULT_VERSIONS.nginx}`],
    pruneStage(image, buildImage(image)),
    baseStage(image, buildImage(image)),
    dependenciesStage(image),
    buildStage(image, 'build'),
    testStage(image, true),
    developmentStage(image, live),
    [
      `FROM nginx:\${NGINX_VERSION}-alpine${slim ? '-slim' : ''} AS runtime`,
      `COPY ${inContext(project, 'nginx.conf')} /etc/nginx/nginx.conf`,
      `COPY --from=build ${appFolder(project)}/${output} ${SITE_ROOT}`,
      `USER ${USER}`,
      `EXPOSE ${port}`,
      healthCheck(probe(slim, port, healthPath), { start: 5 }),
      `ENTRYPOINT ${execForm(['nginx', '-g', 'daemon off;'])}`,
      ...labelLines({
        title: app.project.name,
        source: project.manifest.repository ?? project.rootManifest.repository,
      }),
    ],
  ];
  return {
    dockerfile: dockerfileText(blocks),
    context: project.layout.kind === 'alone' ? 'project' : 'workspace',
    ignore: ignoreText([{ why: 'Built anew in the image', patterns: [`**/${output.split('/')[0]}`] }]),
    service: {
      port,
      healthPath,
      user: USER,
      writable: ['/tmp'],
      environment: {},
      development: developmentOf(image, live, undefined),
    },
    files: [
      {
        path: pathIn(app, 'nginx.conf'),
        text: nginxConf({ port, healthPath, hashed: builder.hashed, singlePage: builder.singlePage }),
      },
    ],
    notes: [],
  };
}

function inContext({ layout }: NodeProject, name: string): string {
  return layout.folder === '.' ? name : inFolder(layout.folder, name);
}

/** The image has curl, the slim one only BusyBox. */
function probe(slim: boolean, port: number, path: string): string[] {
  const url = `http://127.0.0.1:${port}${path}`;
  return slim ? ['wget', '-q', '-O', '/dev/null', url] : ['curl', '--fail', '--silent', '--output', '/dev/null', url];
}

function liveReload({ serve, servePort, written }: SiteBuilder): LiveReload {
  const environment: Record<string, string> = serve[0] === 'react-scripts' ? { HOST: '0.0.0.0' } : {};
  return { command: ['npx', ...serve], port: servePort, environment, written, debug: false };
}
