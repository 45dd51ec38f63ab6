import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { dockerOk, makeBench, withoutEngine } from '../support/engine.mjs';

const skip = withoutEngine();
const bin = join(import.meta.dirname, '../../packages/cli/bin/dockwarden.js');
const repository = `scan/e2e-${process.pid}`;

/** Stands in for Trivy: what it is given as an image must be one that the engine knows, and is what it reports. */
const trivy = `#!/bin/sh
if [ "$1" = --version ]; then echo 'Version: 0.67.0'; exit 0; fi
for reference do :; done
id=$(docker image inspect --format '{{.Id}}' -- "$reference") || exit 1
printf '{"SchemaVersion":2,"Results":[{"Target":"a","Vulnerabilities":[{"VulnerabilityID":"CVE-1","Severity":"HIGH","PkgName":"a","Title":"%s"}]}]}' "$id"
`;

describe('scan', { skip }, () => {
  let bench;

  before(() => {
    bench = makeBench(repository);
    bench.write({
      'tools/trivy': trivy,
      'a.txt': 'a',
      Dockerfile: 'FROM busybox:1.36\nCOPY a.txt /\nUSER 1000\n',
      'dockwarden.yaml': `dockwarden: config/v1
build: { repository: ${repository}, bases: local }
images: { a: { dockerfile: Dockerfile, context: . } }
`,
    });
    chmodSync(join(bench.root, 'tools', 'trivy'), 0o755);
    git('init', '-q');
    git('add', '-A');
    git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-qm', 'first');
  });

  after(() => bench?.dispose());

  const git = (...args) => assert.equal(spawnSync('git', args, { cwd: bench.root }).status, 0);
  const dockwarden = (...args) => {
    const PATH = [join(bench.root, 'tools'), process.env.PATH].join(delimiter);
    return spawnSync(process.execPath, [bin, ...args], {
      cwd: bench.root,
      env: { ...process.env, PATH, CI: '' },
      encoding: 'utf8',
    });
  };

  test('an image that was not built is named, and one that was is scanned as it is in the engine', () => {
    const early = dockwarden('scan', '--scanner', 'trivy');
    assert.equal(early.status, 3);
    assert.match(early.stdout, /a is not scanned: no build of it is known here/);

    const built = dockwarden('build');
    assert.equal(built.status, 0, built.stdout + built.stderr);
    const { status, stdout, stderr } = dockwarden(
      'scan',
      '--scanner',
      'trivy',
      '--format',
      'json',
      '--fail-on',
      'high',
    );
    assert.equal(status, 1, stdout + stderr);
    const { key } = JSON.parse(readFileSync(join(bench.root, 'dist/docker/a/metadata.json'), 'utf8'));
    const id = dockerOk('image', 'inspect', '--format', '{{.Id}}', `${repository}:in-${key}`);
    assert.deepEqual(
      JSON.parse(stdout).findings.map(({ image, title }) => [image, title]),
      [['a', id]],
    );
  });
});
