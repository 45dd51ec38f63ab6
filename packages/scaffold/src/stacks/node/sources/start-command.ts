import type { App } from '../../../model/app.ts';
import { pathIn } from '../../../model/app.ts';
import type { Evidence } from '../../../model/evidence.ts';
import type { PackageJson } from '../project/package-json.ts';
import { SERVERS, type Server } from './servers.ts';
import { plainWords } from './words.ts';

/** How the app is started in production, from its own folder. */
export interface StartCommand {
  /** What follows `node`: its options, then the file, then the file's arguments. */
  readonly args: readonly string[];
  /** The file that runs, from the app's folder: `dist/main.js`. */
  readonly entry: string;
  /** What the script sets besides NODE_ENV. */
  readonly environment: Readonly<Record<string, string>>;
  /** The server program of a package that runs the entry. */
  readonly server?: Server;
}

/**
 * The start command: of `scripts.start:prod` or `scripts.start`, where node itself can be started as they say; else of `main`, `bin`, or the
 * file that is usually called so. Undefined where nothing tells.
 */
export function startCommand(app: App, manifest: PackageJson): { start: StartCommand; evidence: Evidence } | undefined {
  const byScript = startScript(manifest);
  if (byScript) return told(byScript.start, `scripts.${byScript.script} in ${manifest.path}`);
  for (const field of ['main', 'bin'] as const) {
    const file = manifest[field];
    if (file && isRunnable(file)) return told(plain(clean(file)), `${field} in ${manifest.path}`);
  }
  const file = USUAL.find((name) => app.fs.kind(pathIn(app, name)) === 'file');
  if (file === undefined) return undefined;
  if (!/\.ts$/.test(file)) return told(plain(file), `file ${pathIn(app, file)}`);
  if (!manifest.scripts.build) return undefined;
  return told(plain(file.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js')), `built from ${pathIn(app, file)}`);
}

/** What the scripts of a package start in production, where that is a program of Node. */
export function startScript(manifest: PackageJson): { start: StartCommand; script: string } | undefined {
  for (const script of ['start:prod', 'start:production', 'serve:prod', 'start']) {
    const text = manifest.scripts[script];
    const start = text === undefined ? undefined : (fromScript(text, manifest) ?? lastOf(text, manifest));
    if (start) return { start, script };
  }
  return undefined;
}

function told(start: StartCommand, why: string) {
  return { start, evidence: { what: `starts ${['node', ...start.args].join(' ')}`, why } };
}

const USUAL = [
  ...['server', 'index', 'app', 'main'].flatMap((name) => [`${name}.js`, `${name}.mjs`, `${name}.cjs`]),
  ...['server', 'index', 'app', 'main'].flatMap((name) => [`src/${name}.js`, `src/${name}.mjs`]),
  ...['main', 'index', 'server', 'app'].map((name) => `src/${name}.ts`),
];

const plain = (entry: string): StartCommand => ({ args: [entry], entry, environment: {} });

/** What runs last is what stays: `npm run migrate && node dist/main.js`. What comes before is somebody else's work. */
function lastOf(script: string, manifest: PackageJson): StartCommand | undefined {
  const last = script.slice(0, 2000).split(/&&|;/).at(-1)!;
  return last === script ? undefined : fromScript(last, manifest);
}

function fromScript(script: string, manifest: PackageJson): StartCommand | undefined {
  const read = plainWords(script);
  if (!read) return undefined;
  const [program = '', ...rest] = read.words;
  const { NODE_ENV: _, ...environment } = read.environment;
  if (program === 'node') return fromNode(rest, environment);
  if (program === 'nest' && rest[0] === 'start') return { ...plain('dist/main.js'), environment };
  const server = Object.hasOwn(SERVERS, program) ? SERVERS[program] : undefined;
  if (!server || !(server.package in manifest.dependencies)) return undefined;
  const bin = `node_modules/${server.package}/${server.bin}`;
  const entry = rest.find((word) => !word.startsWith('-') && /[./]/.test(word));
  if (entry === undefined) return undefined;
  return { args: [bin, ...rest], entry: clean(entry), environment, server };
}

/** Options of node with a value of their own word. Source: Node.js, command-line API. */
const VALUED = new Set([
  '-r',
  '--require',
  '--import',
  '--loader',
  '--experimental-loader',
  '-C',
  '--conditions',
  '--env-file',
]);

function fromNode(words: readonly string[], environment: Record<string, string>): StartCommand | undefined {
  if (words.some((word) => /^--(?:watch|inspect|test|eval|print)|^-[ep]$/.test(word))) return undefined;
  let at = 0;
  while (at < words.length && words[at]!.startsWith('-')) at += VALUED.has(words[at]!) ? 2 : 1;
  const file = words[at];
  if (file === undefined) return undefined;
  const entry = withExtension(clean(file));
  return { args: [...words.slice(0, at), entry, ...words.slice(at + 1)], entry, environment };
}

/** `node dist/main` runs dist/main.js. */
function withExtension(file: string): string {
  return /\.[cm]?[jt]s$/.test(file)
    ? file
    : file === '.' || file.endsWith('/')
      ? `${file === '.' ? '' : file}index.js`
      : `${file}.js`;
}

function isRunnable(file: string): boolean {
  return /\.[cm]?js$/.test(file) && !file.includes('..') && !file.startsWith('/');
}

function clean(file: string): string {
  return file.replace(/^\.\//, '');
}
