import { buildWorld, candidates } from '@dockwarden-internal/facts';
import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';
import { indexChecks } from './check-index.ts';
import { memoryFiles } from './examples/memory-files.ts';
import { lintWorld } from './lint-world.ts';
import { checksOfPolicies, type TestPolicy } from './testing/lint-files.ts';

const project = (name: string) => ({
  ...{ name, root: name, tags: [], manifests: [], lockfiles: [], dependencies: [], closure: [] },
});
const files = { 'a/Dockerfile': 'FROM x\n', 'b/Dockerfile': 'FROM x\n', 'c/Dockerfile': 'FROM x\n' };

/** What is found where each project, or what a path begins with, has policies of its own. */
function found(policies: Record<string, TestPolicy[]>, texts: Record<string, string> = files): string[] {
  const world = buildWorld({
    fs: memoryFiles(texts),
    workspace: { root: '/workspace', tool: 'folder', projects: ['a', 'b', 'c'].map(project) },
    settings: {},
    files: candidates(Object.keys(texts)),
    parseYaml,
  });
  const indexes = new Map(Object.entries(policies).map(([name, own]) => [name, indexChecks(checksOfPolicies(own))]));
  const checksFor = (path: string) => [...indexes].find(([name]) => path.startsWith(name))?.[1] ?? indexes.get('rest')!;
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

test('what stands in a file that is none of the run is held against what is set for that', () => {
  const ignored = (severity: TestPolicy['severity']): TestPolicy => ({
    ...{ id: 'test/ignored', on: 'project', severity },
    checks: {
      git: {
        each: 'dockerfiles',
        require: { 'context.ignore': { excludes: '.git' } },
        at: 'context.ignore',
        message: 'git is in it',
      },
    },
  });
  const texts = { ...files, 'a/Dockerfile': 'FROM x\nCOPY src ./\n', 'a/src/x': '', 'a/.dockerignore': 'x\n' };
  expect(found({ 'a/.': [ignored('error')], rest: [ignored('info')] }, texts)).toEqual([
    'a/.dockerignore error git is in it',
  ]);
});

describe('in a merged Compose model', () => {
  const texts = {
    'compose.yaml': 'services:\n  a: { image: a, privileged: true }\n',
    'compose.prod.yaml': 'services:\n  b: { image: b, privileged: true }\n',
  };
  const privileged = (severity: TestPolicy['severity']): TestPolicy => ({
    ...{ id: 'test/privileged', on: 'service', severity, forbid: { privileged: true }, at: 'privileged' },
    message: '{{ name }}',
  });

  test('what one file says is held against what is set for that', () => {
    expect(found({ 'compose.prod': [privileged('error')], rest: [privileged('info')] }, texts)).toEqual([
      'compose.yaml info a',
      'compose.prod.yaml error b',
    ]);
    expect(found({ 'compose.prod': [], rest: [privileged('info')] }, texts)).toEqual(['compose.yaml info a']);
    expect(found({ 'compose.prod': [privileged('error')], rest: [] }, texts)).toEqual(['compose.prod.yaml error b']);
  });

  test('an included file goes with the one that includes it', () =>
    expect(
      found(
        { 'compose.yaml': [privileged('error')], rest: [] },
        { 'compose.yaml': 'include: [inner.yaml]\nservices: {}\n', 'inner.yaml': texts['compose.prod.yaml'] },
      ),
    ).toEqual(['inner.yaml error b']));
});
