import type { Block } from '../../../dockerfile/dockerfile-text.ts';
import type { NodeProject } from '../project/layout.ts';
import type { NodeImage } from './node-image.ts';
import { PRUNED } from './prune.ts';

/** Folder of the app in the image. */
export function appFolder({ layout }: NodeProject): string {
  return layout.folder === '.' ? '/app' : `/app/${layout.folder}`;
}

/** Files at the root of a workspace that its packages' builds read. */
const SHARED =
  /^(?:nx\.json|tsconfig[\w.-]*\.json|babel\.config\.[cm]?js(?:on)?|\.babelrc|\.swcrc|\.browserslistrc|vitest\.(?:config|workspace)\.[cm]?[jt]s|jest\.(?:config|preset)\.[cm]?[jt]s)$/;

/** COPY lines of everything that a build reads: the context where the app stands alone, else the app and what it needs. */
export function sourceLines(project: NodeProject): string[] {
  const { layout } = project;
  if (layout.folder === '.') return ['COPY . .'];
  const folders = [...layout.needed, layout.folder];
  return [
    ...sharedLines(project),
    ...(layout.turbo === undefined
      ? folders.map((folder) => `COPY ${folder} ./${folder}`)
      : [`COPY --from=prune ${PRUNED}/full/ ./`]),
  ];
}

export function sharedLines({ app, layout }: NodeProject): string[] {
  const shared = app.fs.list(layout.root).filter((name) => SHARED.test(name));
  return shared.length > 0 ? [`COPY ${shared.join(' ')} ./`] : [];
}

/** Without scripts that build there is only the copying. */
export function buildStage(image: NodeImage, script: string | undefined): Block {
  return [
    '# build has the sources, and makes of them what ships.',
    'FROM dependencies AS build',
    ...sourceLines(image.project),
    ...steps(buildCommands(image, script)),
  ];
}

/** The daemon would be left over of its RUN, and nobody asks a cloud from within an image. Source: Nx, environment variables. */
const NX = 'NX_DAEMON=false NX_NO_CLOUD=true npx nx';

/**
 * For every command of Nx in an image: the projects that the app does without are not there, and Nx would end with "out of sync" for each reference to
 * one, in tsconfig.json and the like. Source: Nx, "Sync Generators".
 */
export const PARTIAL_WORKSPACE = '--skip-sync';

/** The commands that build what the app needs of the workspace, in order, then the app. */
export function buildCommands(image: NodeImage, script: string | undefined): string[] {
  const { commands, project } = image;
  const { layout, manifest } = project;
  if (layout.kind === 'integrated')
    return [`${NX} ${script ?? 'build'} ${project.app.project.name} ${PARTIAL_WORKSPACE}`];
  if (script === undefined) return libraryBuilds(image);
  if (layout.turbo !== undefined) return [`npx turbo run ${script} --filter=${manifest.name}`];
  return [...libraryBuilds(image), commands.script(script, layout.folder, manifest.name)];
}

/** The commands that build what the app needs of the workspace, in order. */
export function libraryBuilds({ commands, project }: NodeImage): string[] {
  const { layout, manifest: app } = project;
  const built = layout.libraries.filter(({ manifest }) => manifest.scripts.build !== undefined);
  if (layout.kind === 'integrated') return [];
  if (layout.turbo !== undefined) return built.length > 0 ? [`npx turbo run build --filter=${app.name}^...`] : [];
  return built.map(({ root, manifest }) => commands.script('build', root, manifest.name));
}

/** One RUN of several commands, or none. */
export function steps(commands: readonly string[]): string[] {
  return commands.length > 0 ? [`RUN ${commands.join(' && \\\n    ')}`] : [];
}

const TESTED = '# test runs the tests when it is built: docker build --target test';

/** Building this stage runs the tests. The placeholder of `npm init` is none, and Karma's browser is not there. */
export function testStage({ commands, project }: NodeImage, builds: boolean): Block | undefined {
  const { layout, manifest } = project;
  const { test } = manifest.scripts;
  if (layout.kind === 'integrated') return undefined;
  if (test === undefined || /no test specified|\bng test\b|\bplaywright\b|\bcypress\b/.test(test)) return undefined;
  const run = `RUN ${commands.script('test', layout.folder, manifest.name)}`;
  return builds
    ? [TESTED, 'FROM build AS test', 'ENV CI=true', run]
    : [TESTED, 'FROM dependencies AS test', ...sourceLines(project), 'ENV CI=true', run];
}
