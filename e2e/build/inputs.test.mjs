import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { loadSource } from '../../scripts/load-source.mjs';
import { docker, makeBench, withoutEngine } from '../support/engine.mjs';

const skip = withoutEngine();
const BASE = 'busybox:1.36';

/** What lies in the workspace of every case, beside its own files. */
const common = {
  'a.txt': 'a',
  'b.txt': 'b',
  'c.md': 'c',
  'src/one.js': '1',
  'src/two.js': '2',
  'src/deep/three.js': '3',
  'src/deep/notes.md': 'n',
  'libs/x/package.json': 'x',
  'libs/x/index.js': 'ix',
  'libs/y/package.json': 'y',
  'bin/tool-amd64': 'amd',
  'bin/tool-arm64': 'arm',
};

/** Each with what tells it from the others; `request` is what an image's configuration says, `reads` how many files it must come to. */
const cases = [
  { name: 'files and folders', dockerfile: 'FROM scratch\nCOPY a.txt ./src//deep/ /to/', reads: 3 },
  { name: 'patterns', dockerfile: 'FROM scratch\nCOPY *.txt s?c/[on]*.js lib*/x /to/', reads: 5 },
  {
    name: 'excludes',
    dockerfile: 'FROM scratch\nCOPY --exclude=*.md --exclude=deep/three.js src /to/\nCOPY --exclude=libs/y . /all/',
    reads: 11,
  },
  {
    name: 'stages that nothing asks for',
    dockerfile:
      'FROM scratch AS no\nCOPY b.txt /\nFROM scratch AS yes\nCOPY a.txt /\nFROM scratch\nCOPY --from=YES / /',
    reads: 1,
  },
  {
    name: 'a stage by number',
    dockerfile: 'FROM scratch\nCOPY c.md /\nFROM scratch\nCOPY b.txt /\nFROM scratch\nCOPY --from=1 / /',
    reads: 1,
  },
  {
    name: 'the target',
    dockerfile: 'FROM scratch AS first\nCOPY a.txt /\nFROM scratch\nCOPY b.txt /',
    request: { target: 'FIRST' },
    reads: 1,
  },
  {
    name: 'arguments',
    dockerfile:
      'ARG DIR=libs\nFROM scratch\nARG DIR\nARG NAME=none\nARG SUB=${NAME}/package.json\nCOPY ${DIR}/$SUB /to/\nCOPY ${MISSING:-src}/one.js /',
    request: { args: { NAME: 'y', UNUSED: 'x' } },
    reads: 2,
  },
  { name: 'the platform', dockerfile: 'FROM scratch\nARG TARGETARCH\nCOPY bin/tool-$TARGETARCH /tool', reads: 1 },
  {
    name: 'an ignore file that takes back',
    dockerfile: 'FROM scratch\nCOPY . /to/',
    files: { '.dockerignore': '*\n!src\nsrc/**/*.md\n!libs/x/package.json\n' },
    reads: 4,
  },
  {
    name: 'the ignore file of the Dockerfile',
    dockerfile: 'FROM scratch\nCOPY src a.txt /to/',
    files: { '.dockerignore': 'src\n', 'Dockerfile.dockerignore': '**/*.md\n**/deep\n' },
    reads: 3,
  },
  {
    name: 'a folder by name with its own ignore file',
    dockerfile: 'FROM scratch\nCOPY a.txt /\nCOPY --from=shared x /x',
    files: { '.dockerignore': '**/*.json\n', 'libs/.dockerignore': '**/index.js\n' },
    request: { contexts: { shared: './libs' } },
    reads: 2,
  },
  {
    name: 'a folder in the place of a stage and of an image',
    dockerfile: 'FROM scratch AS mid\nCOPY a.txt /\nFROM some/base:1\nCOPY --from=mid y/package.json /\nCOPY b.txt /',
    request: { contexts: { mid: 'libs', 'some/base:1': 'src/deep' } },
    reads: 4,
  },
  {
    name: 'a mount',
    dockerfile: `FROM ${BASE} AS run\nRUN --mount=type=bind,source=src/deep,target=/m cp -r /m /out\nFROM scratch\nCOPY --from=run /out /`,
    reads: 2,
  },
  {
    name: 'a mount without source',
    dockerfile: `FROM ${BASE} AS run\nRUN --mount=target=/m cp -r /m /out\nFROM scratch\nCOPY --from=run /out /`,
    all: true,
  },
  {
    name: 'a mount from a stage',
    dockerfile: `FROM scratch AS files\nCOPY a.txt /\nFROM ${BASE} AS run\nRUN --mount=from=files,target=/m cp -r /m /out\nFROM scratch\nCOPY --from=run /out /`,
    reads: 1,
  },
  {
    name: 'triggers of a stage',
    dockerfile: 'FROM scratch AS base\nONBUILD COPY a.txt /\nFROM base\nCOPY b.txt /',
    reads: 2,
  },
  { name: 'heredocs', dockerfile: 'FROM scratch\nCOPY a.txt <<b.txt /to/\nc.md\nb.txt', reads: 1 },
  { name: 'the JSON form', dockerfile: 'FROM scratch\nCOPY ["a.txt", "libs/y", "/to/"]', reads: 2 },
  {
    name: 'a variable without value',
    dockerfile: 'FROM scratch\nARG DIR\nCOPY src$DIR /to/',
    reads: 4,
  },
];

describe('what a build reads is what its inputs say', { skip, concurrency: false }, () => {
  let parts;
  let bench;
  let platform;
  before(async () => {
    parts = await loadSource(
      `export { findImages, inputsOf, inputPaths } from '@dockwarden-internal/build';
       export { buildWorld } from '@dockwarden-internal/facts';
       export { nodeFileSystem } from '@dockwarden-internal/workspace';`,
    );
    bench = makeBench('inputs-e2e/');
    platform = docker('version', '--format', '{{.Server.Os}}/{{.Server.Arch}}').stdout;
  });
  after(() => bench?.dispose());

  for (const [index, each] of cases.entries()) {
    test(each.name, () => {
      const root = `case-${index}`;
      const files = { ...common, ...each.files, Dockerfile: `${each.dockerfile}\n` };
      bench.write(Object.fromEntries(Object.entries(files).map(([path, text]) => [`${root}/${path}`, text])));
      const folder = join(bench.root, root);
      const inputs = inputsIn(folder, each.request);
      const candidates = Object.keys(files).filter((path) => path !== 'Dockerfile' && !path.endsWith('.dockerignore'));
      const paths = parts.inputPaths([inputs], { root: folder, readText: (path) => files[path] });
      const derived = candidates.filter((path) => paths.reasonOf(path)?.by === 'source');
      assert.equal(derived.length, each.all ? candidates.length : each.reads, derived.join(' '));
      const whole = build(folder, each.request);
      assert.ok(whole.content, whole.error);

      const lean = `${folder}-lean`;
      copyFiles(folder, lean, (path) => !candidates.includes(path) || derived.includes(path));
      assert.deepEqual(build(lean, each.request), whole, 'without what is no input');

      for (const gone of derived) {
        const less = `${folder}-less`;
        copyFiles(folder, less, (path) => path !== gone);
        assert.notDeepEqual(build(less, each.request), whole, `without ${gone}`);
      }
    });
  }

  function inputsIn(folder, request = {}) {
    const fs = parts.nodeFileSystem(folder);
    const workspace = { root: folder, tool: 'folder', projects: [] };
    const world = parts.buildWorld({
      fs,
      workspace,
      settings: {},
      files: [{ path: 'Dockerfile', kind: 'dockerfile' }],
    });
    const config = { images: { image: { dockerfile: 'Dockerfile', context: '.', ...request } } };
    const { images, diagnostics } = parts.findImages({ world, config });
    assert.deepEqual(diagnostics, []);
    const { inputs, diagnostics: faults } = parts.inputsOf(world, images[0], images, { builderPlatform: platform });
    assert.deepEqual(faults, []);
    return inputs;
  }

  /** Every file that a build gives, with its bytes; or that it failed. */
  function build(folder, { args = {}, contexts = {}, target } = {}) {
    const out = `${folder}-out`;
    rmSync(out, { recursive: true, force: true });
    const { status, stderr } = docker(
      'buildx',
      'build',
      '--progress=plain',
      `--output=type=local,dest=${out}`,
      ...Object.entries(args).map(([name, value]) => `--build-arg=${name}=${value}`),
      ...Object.entries(contexts).map(([name, path]) => `--build-context=${name}=${join(folder, path)}`),
      ...(target === undefined ? [] : [`--target=${target}`]),
      folder,
    );
    return status === 0 ? { content: listing(out) } : { error: stderr.split('\n').at(-2) };
  }

  function copyFiles(from, to, keeps) {
    rmSync(to, { recursive: true, force: true });
    mkdirSync(to);
    cpSync(from, to, {
      recursive: true,
      filter: (source) => lstatSync(source).isDirectory() || keeps(source.slice(from.length + 1)),
    });
  }
});

/** Files alone: folders that stay empty once their only file is left out are none of an image's inputs here. */
function listing(root, folder = '') {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listing(root, path);
    const bytes = entry.isSymbolicLink() ? readlinkSync(join(root, path)) : readFileSync(join(root, path));
    return [`${path} ${createHash('sha256').update(bytes).digest('hex')}`];
  });
}
