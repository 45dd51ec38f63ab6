import { lintFiles, type TestPolicy } from './testing/lint-files.ts';
import { noVersion, noWget, serviceRestart } from './testing/policies.ts';
import { said } from './testing/said.ts';

const two = {
  'compose.yaml': 'services:\n  a: { image: a }\n',
  'compose.override.yaml': 'services:\n  b: { image: b }\n',
  'compose.prod.yaml': 'services:\n  a: { restart: always }\n',
};

test('a file that is part of several models gives each finding once', () =>
  expect(lintFiles(two, [serviceRestart]).map(said)).toEqual(['2 test/restart "b"', '2 test/restart "a"']));

test('only files that are wanted are reported, of models that they are part of', () => {
  expect(lintFiles(two, [serviceRestart], { paths: ['compose.override.yaml'] }).map(said)).toEqual([
    '2 test/restart "b"',
  ]);
  expect(lintFiles(two, [serviceRestart], { paths: ['compose.prod.yaml'] })).toEqual([]);
});

test('parse faults are findings, and the rest of the file is linted', () =>
  expect(lintFiles('FROM a\nRUNN x\nRUN wget y\n', [noWget]).map(said)).toEqual([
    expect.stringMatching(/^2 syntax\//),
    '3 test/wget "wget y"',
  ]));

test('a fragment without FROM is a warning, and linted as far as it goes', () => {
  const [fault, wget] = lintFiles('RUN wget y\n', [noWget]);
  expect([fault!.id, fault!.severity]).toEqual(['syntax/no-from', 'warning']);
  expect(said(wget!)).toBe('1 test/wget "wget y"');
});

test('a Compose file that cannot be read gives its faults, and others are unharmed', () => {
  const findings = lintFiles({ 'a/compose.yaml': 'services: [\n', 'b/compose.yaml': 'version: "3"\n' }, [noVersion]);
  expect(findings.map(({ id, place }) => `${place.source.path} ${id}`)).toEqual([
    expect.stringMatching(/^a\/compose.yaml syntax\/yaml/),
    'b/compose.yaml test/version',
  ]);
});

test('what an included Compose file is no YAML for is told once, where it stands', () => {
  const files = {
    'a/compose.yaml': 'include: [../infra.yaml]\n',
    'b/compose.yaml': 'include: [../infra.yaml]\n',
    'infra.yaml': 'services: [\n',
  };
  const where = (paths?: string[]) => lintFiles(files, [], { paths }).map(({ place }) => place.source.path);
  expect(where()).toEqual(['infra.yaml']);
  expect(where(['b/compose.yaml'])).toEqual(['infra.yaml']);
});

test('a finding that is silenced stands for no other that says the same', () => {
  const other = { ...noWget, id: 'test/other', severity: 'error' as const };
  const text = 'FROM a\n# dockwarden-ignore test/other -- so\nRUN wget y\n';
  expect(lintFiles('FROM a\nRUN wget y\n', [noWget, other]).map(({ id, also }) => [id, ...also])).toEqual([
    ['test/other', 'test/wget'],
  ]);
  expect(lintFiles(text, [noWget, other]).map(said)).toEqual(['3 test/other "wget y" [so]', '3 test/wget "wget y"']);
  expect(lintFiles(text.replace('test/other', 'hadolint:DL3004'), [noWget, other])).toHaveLength(1);
});

test('progress counts what is linted as one', () => {
  const seen: string[] = [];
  lintFiles({ Dockerfile: 'FROM a\n', 'b.Dockerfile': 'FROM b\n' }, [], {
    progress: (done, total) => seen.push(`${done}/${total}`),
  });
  expect(seen).toEqual(['0/2', '1/2']);
});

describe('projects and the workspace', () => {
  const project = (name: string, tags: string[]) => ({
    ...{ name, root: `apps/${name}`, tags, manifests: [], lockfiles: [], dependencies: [], closure: [] },
  });
  const workspace = { projects: [project('api', ['x']), project('bare', ['x']), project('web', [])] };
  const files = { 'apps/api/Dockerfile': 'FROM a\n', 'apps/web/compose.yaml': 'services: { a: { image: a } }\n' };
  const tagged: TestPolicy = {
    id: 'test/tags',
    on: 'project',
    require: { tags: { empty: false } },
    message: '{{ name }}',
  };

  test('a project’s finding stands in its first file; one without files says nothing', () => {
    const found = lintFiles(files, [{ ...tagged, require: { tags: { has: 'y' } } }], { workspace });
    expect(found.map(({ message, place, projects }) => [message, place.source.path, ...projects])).toEqual([
      ['api', 'apps/api/Dockerfile', 'api'],
      ['web', 'apps/web/compose.yaml', 'web'],
    ]);
  });

  test('steps into its Dockerfiles, and can be silenced there', () => {
    const each: TestPolicy = {
      id: 'test/each',
      on: 'project',
      checks: { a: { each: 'dockerfiles', forbid: { path: { exists: true } } } },
    };
    expect(lintFiles(files, [each], { workspace }).map(said)).toEqual(['1 test/each/a ""']);
    const silenced = { ...files, 'apps/api/Dockerfile': '# dockwarden-ignore-file test/each -- so\nFROM a\n' };
    expect(lintFiles(silenced, [each], { workspace }).map(said)).toEqual(['1 test/each/a "" [so]']);
  });

  test('the workspace’s stand in its first file', () => {
    const tool: TestPolicy = { id: 'test/tool', on: 'workspace', require: { tool: 'nx' } };
    expect(lintFiles(files, [tool], { workspace }).map(({ place }) => place.source.path)).toEqual([
      'apps/api/Dockerfile',
    ]);
    expect(lintFiles({ 'readme.md': '' }, [tool], { workspace })).toEqual([]);
  });

  test('files that were not asked for are left out', () =>
    expect(lintFiles(files, [tagged], { workspace, paths: ['apps/api/Dockerfile'] })).toEqual([]));
});
