import { type App, pathIn, readIn } from '../../../model/app.ts';
import type { Evidence } from '../../../model/evidence.ts';
import type { PackageJson } from '../project/package-json.ts';

/** The build step of an app. */
export interface Build {
  /** Name of the script. */
  readonly script: string;
  /** Folder that it writes, from the app's folder. */
  readonly output: string;
}

/** By what a build script runs: `tsc` by its configuration, others where they write unless told otherwise. */
const TOOLS: readonly (readonly [tool: RegExp, output: string])[] = [
  [/\b(?:react-router|remix)\b/, 'build'],
  [/\breact-scripts\b/, 'build'],
  [/\bnext\b/, '.next'],
  [/\b(?:nest|tsup|vite|tsdown|rollup|webpack|rspack|swc|esbuild|ncc|unbuild|pkgroll)\b/, 'dist'],
];

/** The build step; undefined where `scripts.build` is absent. The entry's own folder decides, then the tool's configuration, then the tool. */
export function buildOf(
  app: App,
  manifest: PackageJson,
  entry?: string,
): { build: Build; evidence: Evidence } | undefined {
  const text = manifest.scripts.build;
  if (text === undefined) return undefined;
  const told = (output: string, why: string) => ({
    build: { script: 'build', output },
    evidence: { what: `build writes ${output}`, why },
  });
  const flag = /--?(?:outdir|out-dir|outDir|d)[= ](?:\.\/)?([\w./-]+)/.exec(text)?.[1];
  if (flag && isInside(flag)) return told(trimmed(flag), `scripts.build in ${manifest.path}`);
  for (const name of ['tsconfig.build.json', 'tsconfig.json']) {
    const output = /^[^\n/]*"outDir"\s*:\s*"(?:\.\/)?([^"\n]+)"/m.exec(readIn(app, name) ?? '')?.[1];
    const compiles = /\b(?:tsc|nest)\b/.test(text);
    if (compiles && output && isInside(output)) return told(trimmed(output), `outDir in ${pathIn(app, name)}`);
  }
  const first = entry?.includes('/') ? entry.split('/')[0]! : undefined;
  if (first !== undefined && OUTPUTS.has(first)) return told(first, `${entry} is started`);
  const output = TOOLS.find(([tool]) => tool.test(text))?.[1] ?? 'dist';
  return told(output, `scripts.build in ${manifest.path}`);
}

const OUTPUTS = new Set(['dist', 'build', 'out', 'lib', 'output', '.output']);

function isInside(path: string): boolean {
  return !path.startsWith('/') && !path.split('/').includes('..') && trimmed(path) !== '';
}

function trimmed(path: string): string {
  return path.replace(/^\.\//, '').replace(/\/+$/, '').replace(/^\.$/, '');
}
