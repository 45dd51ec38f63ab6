import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { lint } from '../lint.ts';

const before = process.env['XDG_CACHE_HOME'];
beforeAll(() => {
  process.env['XDG_CACHE_HOME'] = temporaryFolder({});
});
afterAll(() => {
  if (before === undefined) delete process.env['XDG_CACHE_HOME'];
  else process.env['XDG_CACHE_HOME'] = before;
  removeTemporaryFolders();
});

const policy = (id: string, where: string) => `dockwarden: policy/v1
id: ${id}
title: t
category: c
severity: error
why: w
on: stage
where: ${where}
require: { user.root: false }
examples:
  good: ["FROM scratch\\nUSER 1\\n"]
  bad: [{ code: "FROM scratch\\nUSER 0\\n" }]
`;
const pack = (...ids: string[]) =>
  `dockwarden: pack/v1\nid: p\npolicies: { ${ids.map((id) => `${id}: error`).join(', ')} }\n`;

function workspace(): string {
  const root = temporaryFolder({
    'dockwarden.yaml': 'dockwarden: config/v1\nextends: ["@acme/p"]\n',
    Dockerfile: 'FROM scratch\nUSER 0\n',
    'libs/p/package.json': '{ "name": "@acme/p" }',
    'libs/p/pack.yaml': pack('acme/k'),
    'libs/p/k.policy.yaml': policy('acme/k', '{ is: acme/ships }'),
    'libs/p/a.terms.yaml': 'dockwarden: terms/v1\nid: acme\nterms: { ships: { final: true } }\n',
  });
  mkdirSync(join(root, 'node_modules/@acme'), { recursive: true });
  symlinkSync(join(root, 'libs/p'), join(root, 'node_modules/@acme/p'));
  return root;
}

const found = async (cwd: string) => {
  const { report } = await lint({ cwd });
  return [...report.findings.map(({ id }) => id), ...report.diagnostics.map(({ message }) => message)];
};

test('a kept result stands only while nothing of the package changes', async () => {
  const root = workspace();
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);
  expect(await found(root)).toEqual(['acme/k']);
  expect(await found(root)).toEqual(['acme/k']);
  write('libs/p/a.terms.yaml', 'dockwarden: terms/v1\nid: acme\nterms: { ships: { final: false } }\n');
  expect(await found(root)).toEqual([]);
  write('libs/p/a.terms.yaml', 'dockwarden: terms/v1\nid: acme\nterms: { ships: { final: true } }\n');
  write('libs/p/k.policy.yaml', policy('acme/k', '{ final: false }'));
  expect(await found(root)).toEqual([]);
  write('libs/p/second.policy.yaml', policy('acme/second', '{ final: true }'));
  write('libs/p/pack.yaml', pack('acme/second'));
  expect(await found(root)).toEqual(['acme/second']);
  rmSync(join(root, 'libs/p/second.policy.yaml'));
  expect(await found(root)).toEqual(['there is no policy `acme/second`']);
});

test('a file that comes to the package, or a package in its place, is noticed', async () => {
  const root = workspace();
  expect(await found(root)).toEqual(['acme/k']);
  writeFileSync(join(root, 'libs/p/clash.policy.yaml'), policy('acme/k', '{ final: true }'));
  expect(await found(root)).toHaveLength(2);
  rmSync(join(root, 'libs/p/clash.policy.yaml'));
  expect(await found(root)).toEqual(['acme/k']);
  renameSync(join(root, 'libs/p'), join(root, 'libs/q'));
  expect(await found(root)).toEqual(['there is no package "@acme/p"']);
});
