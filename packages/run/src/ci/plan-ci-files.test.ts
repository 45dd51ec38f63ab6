import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import type { CiValues } from '../options/ci-options.ts';
import { planCiFiles } from './plan-ci-files.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function plan(files: Readonly<Record<string, string>>, values: CiValues = {}) {
  const root = mkdtempSync(join(tmpdir(), 'dockwarden-ci-plan-'));
  folders.push(root);
  for (const [path, text] of Object.entries({ 'package.json': '{"name":"w"}', 'package-lock.json': '{}', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return planCiFiles(root, values, false);
}
const config = (build: string) => ({ 'dockwarden.yaml': `dockwarden: config/v1\nbuild: ${build}\n` });
const textOf = async (...args: Parameters<typeof plan>) => (await plan(...args)).changes[0]!.after;

test.each([
  [{}, '.github/workflows/containers.yml'],
  [{ '.github/CODEOWNERS': '' }, '.github/workflows/containers.yml'],
  [{ '.gitlab-ci.yml': '', '.github/CODEOWNERS': '' }, '.gitlab/containers.gitlab-ci.yml'],
])('the forge of %j is that of %s', async (files, path) => {
  expect((await plan(files)).changes[0]?.path).toBe(path);
});

test.each([
  [{ '.nvmrc': '22\n' }, 'node-version-file: .nvmrc'],
  [{ 'package.json': '{"name":"w","engines":{"node":">=22"}}' }, 'node-version-file: package.json'],
  [{ 'package.json': '{"name":"w","engines":{"node":">=22"}}', '.nvmrc': '22' }, 'node-version-file: .nvmrc'],
  [{}, "node-version: '24'"],
])('Node of %j is %s', async (files, wanted) => {
  expect(await textOf(files)).toContain(wanted);
});

test('on GitLab it is an image', async () => {
  expect(await textOf({ '.nvmrc': 'v22.3.0\n' }, { provider: 'gitlab' })).toContain('image: node:22.3.0');
});

test('the registry and the caches are those that the configuration names', async () => {
  const own = await textOf(config('{ repository: "r.acme.io/{image}", cacheTo: ["type=inline"] }'));
  expect(own).toContain('registry: r.acme.io');
  expect(own).not.toContain('--cache-to');
  expect(await textOf(config('{ repository: "acme/{image}" }'))).toContain('registry: ghcr.io');
  expect(await textOf(config('{ repository: "r.acme.io/{image}" }'), { cache: 'registry' })).toContain(
    'ref=r.acme.io/{image}:cache-{image}',
  );
});

test('the branch is that of Nx', async () => {
  expect(await textOf({ 'nx.json': '{"defaultBase":"origin/trunk"}' })).toContain('- trunk');
});

test('the targets are called as the plugin of Nx calls them', async () => {
  const options = '{"buildTargetName":"image","pushTargetName":"publish"}';
  const text = await textOf({ 'nx.json': `{"plugins":[{"plugin":"@dockwarden/nx","options":${options}}]}` });
  expect(text).toContain('-t image');
  expect(text).toContain('-t publish');
  expect(text).not.toMatch(/-t docker-|withTarget docker-/);
});

const faults: readonly (readonly [CiValues, RegExp])[] = [
  [{ branch: '-x' }, /cannot be the name of a branch/],
  [{ branch: 'a b' }, /cannot be the name of a branch/],
  [{ registry: 'r.io/path' }, /is no host/],
  [{ registry: 'r.io', login: 'token' }, /opens ghcr\.io alone/],
  [{ registry: 'r.io', login: 'oidc' }, /no registry of AWS/],
  [{ provider: 'gitlab', registry: 'a.azurecr.io', login: 'oidc' }, /Amazon ECR alone/],
  [{ provider: 'gitlab', login: 'secrets' }, /needs to know the registry/],
  [{ provider: 'gitlab', cache: 'gha' }, /no cache of GitHub's/],
  [{ cache: 'registry' }, /nothing says where they are/],
];
test.each(faults)('%j is refused', async (values, sentence) => {
  const { changes, diagnostics } = await plan({}, values);
  expect(changes).toEqual([]);
  expect(diagnostics).toMatchObject([{ exit: 2, message: expect.stringMatching(sentence), hint: expect.any(String) }]);
});

test('what is missing is said, and nothing where all is there', async () => {
  const { notes } = await plan({});
  expect(notes.join('\n')).toMatch(
    /does not name dockwarden[\s\S]*build\.repository[\s\S]*build\.tags[\s\S]*build\.reuse/,
  );
  const whole = {
    ...config(
      '{ repository: "ghcr.io/a/{image}", tags: ["{version}"], reuse: { registry: ghcr.io/a/b, protected: ["ma*"] } }',
    ),
    'package.json': '{"name":"w","devDependencies":{"dockwarden":"1"}}',
  };
  expect((await plan(whole)).notes).toEqual([]);
});
