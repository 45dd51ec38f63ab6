import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative, resolve, sep } from 'node:path';
import { usesOfGlobal } from './globals.mjs';
import { importsOf } from './imports.mjs';
import { sourceTokens } from './source-tokens.mjs';

/** Packages that do no I/O of their own: what they need of the disk is handed in. */
const pure = new Set(['syntax', 'facts', 'policy', 'engine']);
const pureWhy = 'it does no I/O of its own and never reads the process: what it needs is handed in';
/** Built-in modules that compute and touch nothing. Plain `path` speaks the platform's separators; paths in there have `/`. */
const harmless = new Set([
  'path/posix',
  'util',
  'url',
  'crypto',
  'buffer',
  'string_decoder',
  'assert',
  'assert/strict',
]);
/** Packages that may print; everything below returns its words. */
const mayPrint = new Set(['cli', 'nx']);

/**
 * Holds the sources of `packages/` in a repository to `scripts/layers.json` and gives one sentence for each ban. Tests may read
 * files, look at the process and print; layers bind them too.
 */
export function checkLayers(root) {
  const layers = JSON.parse(readFileSync(join(root, 'scripts/layers.json'), 'utf8'));
  const packages = readdirSync(join(root, 'packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, 'packages', entry.name, 'package.json')))
    .map((entry) => ({ name: entry.name, published: publishedName(root, entry.name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return [...tableFaults(layers), ...packages.flatMap((one) => packageFaults(root, one.name, layers, packages))];
}

function publishedName(root, name) {
  return JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')).name;
}

function tableFaults(layers) {
  return Object.entries(layers).flatMap(([name, { layer, mayImport }]) =>
    mayImport
      .filter((other) => !(layers[other]?.layer < layer))
      .map((other) => `scripts/layers.json: ${name} may import ${other}, which is not below it`),
  );
}

function packageFaults(root, name, layers, packages) {
  const folder = join(root, 'packages', name);
  const rules = layers[name];
  if (!rules) return [`packages/${name}: scripts/layers.json does not say which layer it is in`];
  const faults = existsSync(join(folder, 'src/index.ts'))
    ? []
    : [`packages/${name}: it has no src/index.ts, its face to other packages`];
  for (const file of sourceFiles(join(folder, 'src'))) {
    const context = { name, rules, packages, folder, file, isTest: isTest(file) };
    for (const { at, ban } of fileFaults(readFileSync(file, 'utf8'), context))
      faults.push(`${relative(root, file).split(sep).join('/')}:${at}: ${ban}`);
  }
  return faults;
}

function fileFaults(source, context) {
  const tokens = sourceTokens(source);
  const faults = [
    ...importsOf(tokens).map(({ specifier, at }) => ({ at, ban: importBan(specifier, context) })),
    ...['process', 'console'].flatMap((name) =>
      usesOfGlobal(tokens, name).map(({ member, at }) => ({ at, ban: globalBan(name, member, context) })),
    ),
  ];
  return faults
    .filter(({ ban }) => ban !== undefined)
    .sort((a, b) => a.at - b.at)
    .map(({ at, ban }) => ({ at: source.slice(0, at).split('\n').length, ban }));
}

function importBan(specifier, { name, rules, packages, folder, file, isTest }) {
  if (specifier.startsWith('.')) {
    const inside = !relative(folder, resolve(file, '..', specifier)).startsWith('..');
    return inside ? undefined : `${specifier} leaves the package: import another package by its name`;
  }
  if (isBuiltin(specifier)) {
    const module = specifier.replace(/^node:/, '');
    if (!pure.has(name) || isTest || harmless.has(module)) return undefined;
    return module === 'path'
      ? `${name} must not import ${specifier}: paths have / between segments in there on every system; node:path/posix keeps to it`
      : `${name} must not import ${specifier}: ${pureWhy}`;
  }
  const other = packages.find(({ published }) => specifier === published || specifier.startsWith(`${published}/`));
  if (!other || rules.mayImport.includes(other.name)) return undefined;
  if (other.name === name) return `${name} must not import itself by its name: a relative path says where`;
  return `${name} must not import ${other.name}: ${rules.why}`;
}

function globalBan(global, member, { name, isTest }) {
  if (isTest) return undefined;
  const spoken = member ? `${global}.${member}` : global;
  const prints = global === 'console' || member === 'stdout' || member === 'stderr';
  if (prints && !mayPrint.has(name)) return `${name} must not use ${spoken}: only ${[...mayPrint].join(' and ')} print`;
  return global === 'process' && pure.has(name) ? `${name} must not use ${spoken}: ${pureWhy}` : undefined;
}

function isTest(file) {
  return /\.test\.m?tsx?$/.test(file) || file.split(sep).includes('test-support');
}

function sourceFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
