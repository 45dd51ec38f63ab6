import { composeOf } from '../testing/compose-of.ts';
import { dockerfileOf, type TestOptions } from '../testing/dockerfile-of.ts';
import { logicalWay } from './logical-way.ts';

function wayOf(text: string, words: string, options?: TestOptions): string {
  const node = dockerfileOf(text, options);
  const start = node.source.text.indexOf(words);
  return logicalWay({ kind: 'dockerfile', node }, { source: node.source, span: { start, end: start + words.length } });
}

const project = (name: string, root: string) => ({
  workspace: { projects: [{ name, root, tags: [], manifests: [], lockfiles: [], dependencies: [], closure: [] }] },
});

describe('in a Dockerfile', () => {
  const text = 'ARG A\nFROM debian AS build\nRUN one\nRUN two \\\n  three\nFROM build\nONBUILD RUN four\n';

  test.each([
    ['ARG A', ':Dockerfile#global/arg/0'],
    ['three', ':Dockerfile#build/run/1'],
    ['build\nONBUILD', ':Dockerfile#1/from/0'],
    ['four', ':Dockerfile#1/run/0'],
  ])('%j is %s', (words, way) => expect(wayOf(text, words)).toBe(way));

  test('what stands above the first instruction is the top', () =>
    expect(wayOf('# note\nFROM a\n', 'note')).toBe(':Dockerfile#top'));

  test('lines may move and endings change', () => {
    expect(wayOf(`# more\n\n${text}`, 'three')).toBe(wayOf(text, 'three'));
    expect(wayOf(text.replaceAll('\n', '\r\n'), 'three')).toBe(wayOf(text, 'three'));
  });

  test('the folder of a project may be renamed, also that of the checkout; its files may not', () => {
    const before = wayOf(text, 'one', { path: 'apps/api/Dockerfile', ...project('api', 'apps/api') });
    expect(before).toBe('api:Dockerfile#build/run/0');
    expect(wayOf(text, 'one', { path: 'services/api/Dockerfile', ...project('api', 'services/api') })).toBe(before);
    expect(wayOf(text, 'one', { path: 'apps/api/dev/Dockerfile', ...project('api', 'apps/api') })).not.toBe(before);
    expect(wayOf(text, 'one', project('checkout', '.'))).toBe(wayOf(text, 'one', project('clone', '.')));
  });

  test('a place in another file has no way within this one', () => {
    const node = dockerfileOf(text);
    const source = { path: '.dockerignore', text: '.git\n', lineStarts: [0] };
    expect(logicalWay({ kind: 'dockerfile', node }, { source, span: { start: 0, end: 4 } })).toBe(':.dockerignore#');
  });
});

describe('in a Compose file', () => {
  function wayIn(text: string, words: string): string {
    const node = composeOf(text);
    const { source } = node.files[0]!;
    const start = source.text.indexOf(words);
    return logicalWay({ kind: 'compose', node }, { source, span: { start, end: start + words.length } });
  }
  const text = `
services:
  api:
    image: one
    ports: ["80:80"]
    environment:
      - A=1
  "my web": { image: two, build: { args: { B: 2 } } }
`;

  test.each([
    ['api', 'services/api'],
    ['one', 'services/api/image'],
    ['"80:80"', 'services/api/ports'],
    ['A=1', 'services/api/environment'],
    ['two', 'services/my web/image'],
    ['B', 'services/my web/build/args/B'],
  ])('%j is %s', (words, way) => expect(wayIn(text, words)).toBe(`:compose.yaml#${way}`));

  test('what an alias brings is where the anchor is', () => {
    const aliased = 'x-env: &env { A: secret }\nservices:\n  api:\n    image: a\n    environment: *env\n';
    expect(wayIn(aliased, 'secret')).toBe(':compose.yaml#x-env/A');
    expect(wayIn(aliased, '*env')).toBe(':compose.yaml#services/api/environment');
  });

  test('a second document counts as well', () =>
    expect(wayIn('services: { a: { image: b } }\n---\nother: [c]\n', 'c]')).toBe(':compose.yaml#other'));
});
