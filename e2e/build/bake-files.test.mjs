import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join, posix } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { loadSource } from '../../scripts/load-source.mjs';
import { makeBench, withoutEngine } from '../support/engine.mjs';

const skip = withoutEngine();
const dockerfile = 'FROM scratch AS build\nFROM scratch AS run\n';

/** Bake files by name, and how many images they make. */
const cases = [
  {
    name: 'inheritance, variables and groups',
    images: 2,
    files: {
      'docker-bake.hcl': `
        variable "TAG" { default = "1.2" }
        variable "REPO" {
          default = "ghcr.io/acme"
        }
        variable "FULL" { default = "\${REPO}/api:\${TAG}" } # of others
        variable "NOTHING" { default = null }
        group "default" { targets = ["api", "web"] }
        target "_common" {
          args = { NODE = 22, DEBUG = false, NONE = NOTHING }
          labels = { "org.example" = "a\\tb \\u00e4 \\"q\\" $\${x} %%{y}" }
          platforms = ["linux/amd64", "linux/arm64"]
        }
        target "more" {
          args = { NODE = 24, MORE = 1.50 }
          platforms = ["linux/arm64"]
        }
        target "api" {
          inherits   = ["_common", "more"]
          context    = "apps/./api"
          dockerfile = "../api/Dockerfile"
          target     = "build"
          tags       = [FULL, "\${REPO}/api:next"]
          contexts = {
            base: "target:web",
            node = "docker-image://node:\${TAG}"
          }
        }
        /* two
           lines */
        target "web" {
          inherits = ["_common"]
          dockerfile = "apps/web/Dockerfile" // beside
          args = {
            TEXT = <<-EOT
              one
                two
            EOT
          }
        }
      `,
    },
  },
  {
    name: 'JSON with an override',
    images: 1,
    files: {
      'docker-bake.json': JSON.stringify({
        variable: { V: { default: '3' } },
        target: { api: { dockerfile: 'apps/api/Dockerfile', args: { A: 'x${V}', B: 'ä"\\/' }, tags: ['acme/api:1'] } },
      }),
      'docker-bake.override.json': JSON.stringify({
        target: { api: { target: 'run', args: { A: 'y' }, labels: { l: 'm' }, tags: ['acme/api:2', 'acme/api'] } },
      }),
    },
  },
  {
    name: 'HCL over JSON, and an override of both',
    images: 1,
    files: {
      'docker-bake.json': JSON.stringify({ target: { api: { dockerfile: 'no', args: { A: '1', B: '1', C: '1' } } } }),
      'docker-bake.hcl': 'target "api" {\n  dockerfile = "apps/api/Dockerfile"\n  args = { B = "2", C = "2" }\n}',
      'docker-bake.override.hcl': 'target api {\n  args = { C = "3" }\n}',
    },
  },
];

describe('a Bake file means what Bake takes it for', { skip, concurrency: false }, () => {
  let parts;
  let bench;
  before(async () => {
    parts = await loadSource(
      `export { findImages } from '@dockwarden-internal/build';
       export { buildWorld } from '@dockwarden-internal/facts';
       export { nodeFileSystem } from '@dockwarden-internal/workspace';`,
    );
    bench = makeBench('inputs-bake-e2e/');
  });
  after(() => bench?.dispose());

  for (const [index, { name, files, images: count }] of cases.entries()) {
    test(name, () => {
      const root = `case-${index}`;
      const all = { 'apps/api/Dockerfile': dockerfile, 'apps/web/Dockerfile': dockerfile, ...files };
      bench.write(Object.fromEntries(Object.entries(all).map(([path, text]) => [`${root}/${path}`, text])));
      const folder = join(bench.root, root);
      const images = imagesIn(folder);
      assert.equal(images.length, count);
      const printed = spawnSync('docker', ['buildx', 'bake', '--print', ...images.map((image) => image.name)], {
        cwd: folder,
        encoding: 'utf8',
        timeout: 60_000,
      });
      assert.equal(printed.status, 0, printed.stderr);
      // What it prints is a Bake file again, with what looks like an expression escaped.
      const { target } = JSON.parse(printed.stdout.replace(/\$\$\{/g, '${').replace(/%%\{/g, '%{'));
      for (const image of images) assert.deepEqual(ours(image), theirs(target[image.name]), image.name);
    });
  }

  function imagesIn(folder) {
    const fs = parts.nodeFileSystem(folder);
    const workspace = { root: folder, tool: 'folder', projects: [] };
    const { images, diagnostics } = parts.findImages({
      world: parts.buildWorld({ fs, workspace, settings: {}, files: [] }),
      config: {},
    });
    assert.deepEqual(
      diagnostics.map(({ message }) => message),
      [],
    );
    return images;
  }
});

function ours({ dockerfile: file, context, target, request }) {
  const { args, labels, contexts, platforms, tags, repository } = request;
  return {
    dockerfile: file,
    context,
    target,
    args: Object.fromEntries(args),
    labels: Object.fromEntries(labels),
    contexts: Object.fromEntries(contexts),
    platforms,
    tags: tags.map((tag) => `${repository}:${tag}`),
  };
}

/** The same of what `bake --print` says; paths are cleaned, and a tag that is left out is `latest`. */
function theirs({
  dockerfile: file,
  context,
  target,
  args = {},
  labels = {},
  contexts = {},
  platforms = [],
  tags = [],
}) {
  return {
    dockerfile: posix.join(context, file),
    context: posix.normalize(context),
    target,
    args,
    labels,
    contexts,
    platforms,
    tags: tags.map((tag) => (/:[^/]+$/.test(tag) ? tag : `${tag}:latest`)),
  };
}
