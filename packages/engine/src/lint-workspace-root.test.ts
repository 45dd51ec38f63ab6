import { buildWorld } from '@dockwarden-internal/facts';
import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';
import { indexChecks } from './check-index.ts';
import { memoryFiles } from './examples/memory-files.ts';
import { lintWorld } from './lint-world.ts';
import { checksOfPolicies, type TestPolicy } from './testing/lint-files.ts';

const project = (name: string) => ({
  ...{ name, root: name, tags: [], manifests: [], lockfiles: [], dependencies: [], closure: [] },
});
const files = { 'a/Dockerfile': 'FROM x\n', 'b/Dockerfile': 'FROM x\n', 'c/Dockerfile': 'FROM x\n' };

/** What is found where each project has policies of its own. */
function found(policies: Record<string, TestPolicy[]>): string[] {
  const world = buildWorld({
    fs: memoryFiles(files),
    workspace: { root: '/workspace', tool: 'folder', projects: ['a', 'b', 'c'].map(project) },
    settings: {},
    files: Object.keys(files).map((path) => ({ path, kind: 'dockerfile' as const })),
    parseYaml,
  });
  const indexes = new Map(Object.entries(policies).map(([name, own]) => [name, indexChecks(checksOfPolicies(own))]));
  const checksFor = (path: string) => indexes.get(path[0]!) ?? indexes.get('rest')!;
  return lintWorld({ world, checksFor, today: '2026-01-01' }).map(
    ({ place, severity, message }) => `${place.source.path} ${severity} ${message}`,
  );
}

const tagged = (tag: string, severity: TestPolicy['severity'] = 'warning'): TestPolicy => ({
  ...{ id: 'test/tag', on: 'project', severity, require: { tags: { has: tag } }, message: `{{ name }} is no ${tag}` },
});

test('each project is held against what is set for it', () => {
  expect(found({ a: [tagged('x', 'error')], rest: [tagged('y')] })).toEqual([
    'a/Dockerfile error a is no x',
    'b/Dockerfile warning b is no y',
    'c/Dockerfile warning c is no y',
  ]);
});

test('a policy that is off for the first file holds for others, and one that is on for a later file for that', () => {
  expect(found({ a: [], rest: [tagged('y')] })).toEqual([
    'b/Dockerfile warning b is no y',
    'c/Dockerfile warning c is no y',
  ]);
  expect(found({ b: [tagged('y')], rest: [] })).toEqual(['b/Dockerfile warning b is no y']);
});

test('what is said of the workspace once is said under the settings of its first file', () => {
  const tool = (severity: TestPolicy['severity']): TestPolicy => ({
    ...{ id: 'test/tool', on: 'workspace', severity, require: { tool: 'nx' }, message: 'no nx' },
  });
  expect(found({ a: [tool('info')], rest: [tool('error')] })).toEqual(['a/Dockerfile info no nx']);
  expect(found({ a: [], rest: [tool('error')] })).toEqual([]);
});
