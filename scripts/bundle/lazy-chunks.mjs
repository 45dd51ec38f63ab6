import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, transform } from 'esbuild';
import { withoutSideEffects } from './without-side-effects.mjs';

const common = { platform: 'node', target: 'node20.19', legalComments: 'none', logLevel: 'warning' };

/**
 * Bundles an entry into CommonJS files of which each is loaded when something of it is first used, imports at the top of
 * a module included: what a run does not reach is not even read. `parts` are modules that become files of their own,
 * with what only they need. ESM is split by esbuild, then turned into CommonJS, since Nx loads plugins with require and
 * node starts faster with it. `beside` are names of other programs of the folder.
 */
export async function bundleLazily({ entry, parts, outdir, root, beside = [], define = {}, plugins = [] }) {
  const name = basename(entry.out);
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: [entry, ...parts.map((module, index) => ({ in: module, out: `part-${index}` }))],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    mainFields: ['module', 'main'],
    chunkNames: '[name]-[hash]',
    minifySyntax: true,
    absWorkingDir: root,
    write: false,
    metafile: true,
    define,
    plugins: [withoutSideEffects(root), ...plugins],
  });
  const entryFile = `${name}.js`;
  // The entries of parts only name again what is in a chunk; nothing loads them.
  const files = outputFiles.filter(({ path }) => !basename(path).startsWith('part-'));
  const texts = await Promise.all(files.map(async ({ path, text }) => [basename(path), await commonJs(text)]));
  // The entry last: whoever runs it meanwhile finds all that it names.
  texts.sort(([a], [b]) => Number(a === entryFile) - Number(b === entryFile));
  for (const [file, text] of texts) {
    writeFileSync(join(outdir, `${file}.tmp`), text);
    renameSync(join(outdir, `${file}.tmp`), join(outdir, file));
  }
  const kept = new Set([...beside, ...texts.map(([file]) => file)]);
  for (const file of readdirSync(outdir)) if (file.endsWith('.js') && !kept.has(file)) rmSync(join(outdir, file));
  return metafile;
}

/** Modules that node has loaded by itself anyway. */
const atHand = new Set(['node:fs', 'node:path']);

async function commonJs(esm) {
  const { code } = await transform(esm, { ...common, format: 'cjs', supported: { 'dynamic-import': false } });
  const lazy = lazyRequires(code);
  const { code: small } = await transform(lazy, { ...common, format: 'cjs', minify: true });
  return ascii(small);
}

/** Regular expressions are where esbuild leaves other characters; one makes V8 keep and scan a file at twice its length. */
function ascii(code) {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** `var import_x = require("./x.js")` becomes a function that requires at its first call, and `import_x.y` asks it. */
function lazyRequires(code) {
  const names = [];
  let lazy = code.replace(/^var (import_\w+) = require\("([^"]+)"\);$/gm, (whole, name, path) => {
    if (atHand.has(path)) return whole;
    names.push(name);
    return `var ${name} = __lazy(() => require("${path}"));`;
  });
  // In brackets, since what follows may be a constructor: `new (import_x()).Y()`.
  for (const name of names) lazy = lazy.replaceAll(new RegExp(`\\b${name}\\.`, 'g'), `(${name}()).`);
  lazy += plainExports(lazy);
  const helper = 'var __lazy = (load) => { let loaded; return () => (loaded ??= load()); };\n';
  return `"use strict";\n${names.length > 0 ? helper : ''}${lazy}`;
}

/**
 * At its end a file names its exports once more, as plain values: esbuild's are two getters deep, and what is used in inner loops is asked for
 * millions of times. Whoever required the file before that has the getters. What is assigned later, or is
 * another file's, keeps its getter.
 */
function plainExports(code) {
  const [, list] = /^__export\(\w+, \{\n([\s\S]*?)\n\}\);$/m.exec(code) ?? [];
  if (list === undefined) return '';
  const entries = [...list.matchAll(/^ {2}("[^"]+"|[\w$]+): \(\) => (.+?),?$/gm)];
  if (entries.length !== list.split('\n').length) throw new Error(`exports that cannot be read: ${list}`);
  const texts = entries.map(([, name, local]) =>
    !/^[\w$]+$/.test(local) || isAssigned(local, code) ? `get ${name}() { return ${local}; }` : `${name}: ${local}`,
  );
  return `\nmodule.exports = { ${texts.join(', ')} };\nObject.defineProperty(module.exports, "__esModule", { value: true });\n`;
}

/** Whether a name is assigned again, or first without a value. */
function isAssigned(name, code) {
  const escaped = name.replaceAll('$', '\\$');
  const assignments =
    code.match(new RegExp(`(?<![.\\w$])${escaped} (?:[-+*/%&|^?]|\\?\\?|\\|\\||&&)?=(?!=|>)`, 'g')) ?? [];
  const declared = new RegExp(`(?:var|let|const|,) ${escaped} =(?!=)`).test(code);
  return (
    assignments.length > (declared ? 1 : 0) ||
    new RegExp(`(?<![.\\w$])(?:${escaped}(?:\\+\\+|--)|(?:\\+\\+|--)${escaped})(?![\\w$])`).test(code)
  );
}
