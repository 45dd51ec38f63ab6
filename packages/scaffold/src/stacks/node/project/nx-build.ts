import { asFields } from '../../../json/json-fields.ts';
import { type App, pathIn, readIn } from '../../../model/app.ts';
import { inFolder } from '../manager/manager.ts';
import { fromRoot, nxBuildTarget, nxTargets, text } from './nx-targets.ts';

/** What `nx build` makes of a server. */
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

/** What the usual generators call the file that a server starts with. */
const MAINS = ['main', 'index', 'server'].flatMap((name) =>
  ['ts', 'js', 'mts', 'mjs'].map((end) => `src/${name}.${end}`),
);
const WEBPACK = ['webpack.config.js', 'webpack.config.ts', 'webpack.config.cjs'];

/**
 * The build of a server of an integrated workspace, by its targets or the configuration of the tool that Nx infers them from. Undefined for what has
 * a page, which is a front end, and where no file is there to start with: an app of another language.
 */
export function nxBuild(app: App): NxBuild | undefined {
  const has = (name: string) => app.fs.kind(pathIn(app, name)) === 'file';
  if (has('index.html') || has('src/index.html')) return undefined;
  const targets = nxTargets(app);
  const { executor, options, output: declared } = nxBuildTarget(targets);
  const main = text(options.main) ?? MAINS.find(has);
  if (main === undefined) return undefined;
  const { root } = app.project;
  const webpack = WEBPACK.find(has);
  const configured = webpack === undefined ? '' : (readIn(app, webpack) ?? '');
  const folder =
    text(options.outputPath) ?? text(asFields(options.outputPath).base) ?? webpackFolder(configured, root) ?? declared;
  const output = fromRoot(folder ?? `dist/${root}`, root);
  if (output === undefined) return undefined;
  const generates = options.generatePackageJson === true || /generatePackageJson:\s*true/.test(configured);
  const prune = ['prune', 'prune-lockfile'].find((name) => name in targets);
  const bundled = options.thirdParty === true && options.bundle !== false;
  return {
    output,
    entry: entryOf(app, executor, { ...options, main }, output),
    executor,
    target: prune ?? 'build',
    packages: prune ? 'whole' : generates ? 'pruned' : bundled ? 'bundled' : 'root',
    targets: Object.keys(targets),
    why:
      folder === undefined
        ? 'usual of Nx'
        : configured !== '' && !executor
          ? pathIn(app, webpack!)
          : `target build of ${app.project.name}`,
  };
}

/** `output.path` of a configuration of webpack: from the workspace's root, or beside the configuration. */
function webpackFolder(configured: string, root: string): string | undefined {
  if (/__dirname,\s*['"](?:\.\/)?dist['"]/.test(configured)) return `${root}/dist`;
  return /dist\/[\w./-]+/.exec(configured)?.[0];
}

/** What was built before says it best; else what the executor makes of its options. Source: Nx, @nx/esbuild, @nx/webpack, @nx/js. */
function entryOf(
  app: App,
  executor: string | undefined,
  options: Readonly<Record<string, unknown>> & { readonly main: string },
  output: string,
): string {
  const { main } = options;
  const named = text(options.outputFileName) ?? main;
  const base = stem(/^[\w./-]+$/.test(named) ? named : main);
  const there = ['js', 'cjs', 'mjs'].find((ending) => app.fs.kind(inFolder(output, `${base}.${ending}`)) === 'file');
  if (there !== undefined) return `${base}.${there}`;
  if (/^@nx\/js:(?:tsc|swc)$/.test(executor ?? '')) {
    const below = main.startsWith(`${app.project.root}/`) ? main.slice(app.project.root.length + 1) : main;
    return below.replace(/\.([cm]?)tsx?$/, '.$1js');
  }
  return executor === '@nx/esbuild:esbuild' ? `${base}${esbuildEnding(options)}` : `${base}.js`;
}

/** CommonJS is `.cjs` and ESM `.js`, whatever the file is named, unless the options of esbuild say `.js` and `.mjs`. */
function esbuildEnding({ format, esbuildOptions }: Readonly<Record<string, unknown>>): string {
  const renamed = text(asFields(asFields(esbuildOptions).outExtension)['.js']);
  const isCommon = Array.isArray(format) && format.includes('cjs');
  if (isCommon) return renamed === '.js' ? '.js' : '.cjs';
  return renamed === '.mjs' ? '.mjs' : '.js';
}

function stem(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.[cm]?[jt]sx?$/, '') || 'main';
}
