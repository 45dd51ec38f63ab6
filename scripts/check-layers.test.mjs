import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { checkLayers } from './layers/check.mjs';
import { usesOfGlobal } from './layers/globals.mjs';
import { importsOf } from './layers/imports.mjs';
import { sourceTokens } from './layers/source-tokens.mjs';

const layers = {
  syntax: { layer: 0, mayImport: [], why: 'text knows no meaning' },
  engine: { layer: 3, mayImport: ['syntax'], why: 'the engine decides' },
  run: { layer: 5, mayImport: ['syntax', 'engine'], why: 'one run joins the layers' },
  cli: { layer: 6, mayImport: ['syntax', 'engine', 'run'], why: 'a top of its own' },
  nx: { layer: 6, mayImport: ['syntax', 'engine', 'run'], why: 'it never imports the command line' },
};

/** The bans of a repository with these files beside an index.ts in every package. */
function bansOf(files, table = layers) {
  const root = mkdtempSync(join(tmpdir(), 'layers-'));
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('scripts/layers.json', JSON.stringify(table));
  for (const name of Object.keys(layers)) {
    const published = { cli: 'dockwarden', nx: '@dockwarden/nx' }[name] ?? `@dockwarden-internal/${name}`;
    write(`packages/${name}/package.json`, JSON.stringify({ name: published }));
    write(`packages/${name}/src/index.ts`, 'export {};\n');
  }
  for (const [path, text] of Object.entries(files)) text === null ? rmSync(join(root, path)) : write(path, text);
  try {
    return checkLayers(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const ban = (path, source) => bansOf({ [path]: source });

test('lets pass what goes down', () => {
  const source = [
    "import { parse } from '@dockwarden-internal/syntax';",
    "import type { Deep } from '@dockwarden-internal/syntax/deep';",
    "export * from './inside.ts';",
    "import table from '../data/table.json';",
    "import { join } from 'node:path/posix';",
    "import yaml from 'yaml';",
  ];
  assert.deepEqual(ban('packages/engine/src/a.ts', source.join('\n')), []);
});

test('bans every form of import that goes up or sideways, with its line and the reason of the layer', () => {
  const source = [
    "import { a } from '@dockwarden-internal/run';",
    "import type { b } from '@dockwarden-internal/run';",
    "import '@dockwarden-internal/run';",
    "export { c } from '@dockwarden-internal/run';",
    "export * as d from '@dockwarden-internal/run/deep';",
    "const e = await import('@dockwarden-internal/run');",
    "const f = require('@dockwarden-internal/run');",
    "type G = import('@dockwarden-internal/run').G;",
    "import {\n  h,\n  i as j,\n} from '@dockwarden-internal/run';",
  ];
  assert.deepEqual(
    ban('packages/engine/src/deep/a.ts', source.join('\n')),
    source.map(
      (_, index) => `packages/engine/src/deep/a.ts:${index + 1}: engine must not import run: the engine decides`,
    ),
  );
  assert.deepEqual(ban('packages/nx/src/a.ts', "import { lint } from 'dockwarden';"), [
    'packages/nx/src/a.ts:1: nx must not import cli: it never imports the command line',
  ]);
});

test('bans relative imports out of the package, and a package by its own name', () => {
  assert.deepEqual(
    ban('packages/engine/src/a.ts', "import '../../syntax/src/index.ts';\nimport '@dockwarden-internal/engine';"),
    [
      'packages/engine/src/a.ts:1: ../../syntax/src/index.ts leaves the package: import another package by its name',
      'packages/engine/src/a.ts:2: engine must not import itself by its name: a relative path says where',
    ],
  );
});

test('bans I/O and the process below the surface', () => {
  const why = 'it does no I/O of its own and never reads the process: what it needs is handed in';
  const source =
    "import { readFileSync } from 'node:fs';\nimport cp from 'child_process';\nimport { env } from 'node:process';\nimport 'node:path';\nconst x = process.env.X ?? globalThis.process?.cwd();\n";
  assert.deepEqual(ban('packages/syntax/src/a.ts', source), [
    `packages/syntax/src/a.ts:1: syntax must not import node:fs: ${why}`,
    `packages/syntax/src/a.ts:2: syntax must not import child_process: ${why}`,
    `packages/syntax/src/a.ts:3: syntax must not import node:process: ${why}`,
    'packages/syntax/src/a.ts:4: syntax must not import node:path: paths have / between segments in there on every system; node:path/posix keeps to it',
    `packages/syntax/src/a.ts:5: syntax must not use process.env: ${why}`,
    `packages/syntax/src/a.ts:5: syntax must not use process.cwd: ${why}`,
  ]);
  assert.deepEqual(ban('packages/run/src/a.ts', source), []);
});

test('lets only the tops print', () => {
  const source = 'console.log(1);\nprocess.stdout.write("");\nprocess.stderr.write("");\nprocess.env.X;\n';
  assert.deepEqual(ban('packages/run/src/a.ts', source), [
    'packages/run/src/a.ts:1: run must not use console.log: only cli and nx print',
    'packages/run/src/a.ts:2: run must not use process.stdout: only cli and nx print',
    'packages/run/src/a.ts:3: run must not use process.stderr: only cli and nx print',
  ]);
  assert.deepEqual([...ban('packages/cli/src/a.ts', source), ...ban('packages/nx/src/a.ts', source)], []);
});

test('lets tests read and print, but not climb', () => {
  const source = "import 'node:fs';\nprocess.env.X;\nconsole.log(1);\nimport '@dockwarden-internal/run';";
  assert.deepEqual(ban('packages/engine/src/a.test.ts', source), [
    'packages/engine/src/a.test.ts:4: engine must not import run: the engine decides',
  ]);
});

test('wants a face for every package, a layer for every package, and layers that go down', () => {
  assert.deepEqual(bansOf({ 'packages/run/src/index.ts': null }), [
    'packages/run: it has no src/index.ts, its face to other packages',
  ]);
  assert.deepEqual(bansOf({ 'packages/new/package.json': '{"name":"new"}' }), [
    'packages/new: scripts/layers.json does not say which layer it is in',
  ]);
  const table = { ...layers, syntax: { ...layers.syntax, mayImport: ['engine', 'gone'] } };
  assert.deepEqual(bansOf({}, table), [
    'scripts/layers.json: syntax may import engine, which is not below it',
    'scripts/layers.json: syntax may import gone, which is not below it',
  ]);
});

test('is not deceived by comments, strings, templates and regular expressions', () => {
  const source = [
    "// import 'commented'",
    "/* import 'commented' */",
    'const text = "import \'quoted\'"; const other = `import "in a template" ${require("inside")} from "y" ${{ a: `${1}` }}`;',
    "const pattern = /import 'a' [/'] \\/ process/; const ratio = a / b; import('found');",
    "const more = (1) / 2; import('also');",
    "obj.require('method'); obj.import('method'); export const from = 'variable';",
    'import.meta.url; const x = import.meta; require(`whole`);',
  ].join('\n');
  assert.deepEqual(
    importsOf(sourceTokens(source)).map(({ specifier }) => specifier),
    ['inside', 'found', 'also', 'whole'],
  );
});

test('tells the global process from what is merely called so', () => {
  const uses = (source) => usesOfGlobal(sourceTokens(source), 'process').map(({ member }) => member ?? 'itself');
  for (const source of [
    'stage.process.program; stage?.process;',
    'const facts = { process: 1, other: 2 };',
    'interface Stage { readonly process: Process; process?: Process; process(): void }',
    'const process = stage.process; process.program;',
    'const { name, process } = stage; use(process.program);',
    'const { name: process } = stage; process.x;',
    'for (const process of processes) process.x;',
    'function f(stage: Stage, process?: Process) { return process.x; }',
    'list.map((process) => process.x);',
    'list.map(({ process }) => process.x);',
    'function f({ process }: Stage) { return process.x; }',
    "import { process } from './process.ts'; process.x;",
    'type process = 1;',
  ]) {
    assert.deepEqual(uses(source), [], source);
  }
  assert.deepEqual(
    uses('process.env.A; process?.exit(); f(process); f({ process }); const { env } = process; a ? process : b;'),
    ['env', 'exit', 'itself', 'itself', 'itself', 'itself'],
  );
  assert.deepEqual(uses('const stage = { process: make() }; if (process.env.A) {}'), ['env']);
});

test('comes to an end on any text', () => {
  const pieces = [
    '`',
    '${',
    '}',
    '"',
    "'",
    '/',
    '*',
    '\\',
    '\n',
    'import',
    '(',
    ')',
    '{',
    'process',
    'é',
    '\uD800',
    '0x',
    '#',
  ];
  let seed = 7;
  for (let round = 0; round < 3000; round++) {
    let source = '';
    for (let length = round % 20; length >= 0; length--) {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      source += pieces[seed % pieces.length];
    }
    const tokens = sourceTokens(source);
    importsOf(tokens);
    usesOfGlobal(tokens, 'process');
  }
});
