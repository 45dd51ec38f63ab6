import { parse } from 'jsonc-parser';
import { type App, pathIn, readIn } from '../../../model/app.ts';
import { inFolder } from '../manager/manager.ts';

/** What `nx build` makes of an app. */
export interface NxBuild {
  /** Folder that it writes, from the workspace's root. */
  readonly output: string;
  /** File that is started, from that folder. */
  readonly entry: string;
  readonly executor?: string;
  /** Target that writes all of it: `build`, or what prunes after it. */
  readonly target: string;
  /**
   * Packages that run with it: `pruned`: those of a package.json and lockfile that the build writes; `whole`: the same, and packages of the workspace
   * that it copies beside them; `root`: all of the root's; `bundled`: none.
   */
  readonly packages: 'pruned' | 'whole' | 'root' | 'bundled';
  /** Targets of the project that are named. */
  readonly targets: readonly string[];
  readonly why: string;
}

/** The build of an app of an integrated workspace, by its targets or the configuration of the tool that Nx infers them from. */
export function nxBuild(app: App): NxBuild | undefined {
  const targets = targetsOf(app);
  const build = record(targets.build);
  const options = { ...record(build.options), ...record(record(build.configurations).production) };
  const executor = text(build.executor);
  const { root } = app.project;
  const webpack = ['webpack.config.js', 'webpack.config.ts', 'webpack.config.cjs'].find(
    (name) => readIn(app, name) !== undefined,
  );
  const configured = webpack === undefined ? '' : (readIn(app, webpack) ?? '');
  const folder = text(options.outputPath) ?? text(record(options.outputPath).base) ?? webpackFolder(configured, root);
  const output = clean((folder ?? `dist/${root}`).replace('{projectRoot}', root).replace('{workspaceRoot}/', ''));
  if (output === undefined) return undefined;
  const generates = options.generatePackageJson === true || /generatePackageJson:\s*true/.test(configured);
  const prune = ['prune', 'prune-lockfile'].find((name) => name in targets);
  const bundled = options.thirdParty === true && options.bundle !== false;
  return {
    output,
    entry: entryOf(app, executor, options, output),
    executor,
    target: prune ?? 'build',
    packages: prune ? 'whole' : generates ? 'pruned' : bundled ? 'bundled' : 'root',
    targets: Object.keys(targets),
    why:
      folder === undefined ? 'usual of Nx' : executor ? `target build of ${app.project.name}` : pathIn(app, webpack!),
  };
}

/** `output.path` of a configuration of webpack: from the workspace's root, or beside the configuration. */
function webpackFolder(configured: string, root: string): string | undefined {
  if (/__dirname,\s*['"](?:\.\/)?dist['"]/.test(configured)) return `${root}/dist`;
  return /dist\/[\w./-]+/.exec(configured)?.[0];
}

function targetsOf(app: App): Record<string, unknown> {
  const own = record(read(readIn(app, 'project.json')));
  const manifest = record(read(readIn(app, 'package.json')));
  return { ...record(record(manifest.nx).targets), ...record(own.targets) };
}

/** What was built before says it best; else what the executor makes of its options. Source: Nx, @nx/esbuild, @nx/webpack, @nx/js. */
function entryOf(app: App, executor = '', options: Record<string, unknown>, output: string): string {
  const main = text(options.main) ?? 'src/main.ts';
  const named = text(options.outputFileName) ?? main;
  const base = stem(/^[\w./-]+$/.test(named) ? named : main);
  const there = ['js', 'cjs', 'mjs'].find((ending) => app.fs.kind(inFolder(output, `${base}.${ending}`)) === 'file');
  if (there !== undefined) return `${base}.${there}`;
  if (/^@nx\/js:(?:tsc|swc)$/.test(executor)) {
    const below = main.startsWith(`${app.project.root}/`) ? main.slice(app.project.root.length + 1) : main;
    return below.replace(/\.([cm]?)tsx?$/, '.$1js');
  }
  return executor === '@nx/esbuild:esbuild' ? `${base}${esbuildEnding(options)}` : `${base}.js`;
}

/** CommonJS is `.cjs` and ESM `.js`, whatever the file is named, unless the options of esbuild say `.js` and `.mjs`. */
function esbuildEnding({ format, esbuildOptions }: Record<string, unknown>): string {
  const renamed = text(record(record(esbuildOptions).outExtension)['.js']);
  const isCommon = Array.isArray(format) && format.includes('cjs');
  if (isCommon) return renamed === '.js' ? '.js' : '.cjs';
  return renamed === '.mjs' ? '.mjs' : '.js';
}

function stem(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.[cm]?[jt]sx?$/, '') || 'main';
}

function read(json: string | undefined): unknown {
  return json === undefined ? undefined : parse(json.replace(/^\uFEFF/, ''), [], { allowTrailingComma: true });
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Undefined for what leads out of the workspace. */
function clean(path: string): string | undefined {
  const trimmed = path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
  return trimmed === '' || trimmed.startsWith('/') || trimmed.split('/').includes('..') ? undefined : trimmed;
}
