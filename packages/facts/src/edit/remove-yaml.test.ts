import { applyEdits, type Place } from '@dockwarden-internal/syntax';
import { composeOf, worldOf } from '../testing/compose-of.ts';
import { removeYaml, standsInYaml } from './remove-yaml.ts';

function removed(text: string, words: string): string | undefined {
  const [file] = worldOf({ 'compose.yaml': text }).composeFiles;
  const start = text.indexOf(words);
  const place: Place = { source: file!.source, span: { start, end: start + words.length } };
  const edits = removeYaml(file, place);
  return (
    edits &&
    applyEdits(
      text,
      edits.map(({ edit }) => edit),
    )
  );
}

test.each([
  ['version: "3"\n\nservices: {}\n', 'version: "3"', 'services: {}\n'],
  ['# top\nversion: "3"\n\nservices: {}\n', 'version: "3"', '# top\n\nservices: {}\n'],
  ['name: x\nversion: "3"\nservices: {}\n', '"3"', 'name: x\nservices: {}\n'],
  ['x:\n  - a\n  - b # why\n  - c\n', 'b', 'x:\n  - a\n  - c\n'],
  ['x: [a, b]\n', 'a', 'x: [b]\n'],
  ['x:\n  - a\n', 'a', 'x:\n  []\n'],
  ['s:\n  a:\n    tty: true\n    init: true\n', 'tty', 's:\n  a:\n    init: true\n'],
])('%j without %j', (text, words, expected) => expect(removed(text, words)).toBe(expected));

test.each([
  ['x: &x { b: 1 }\ny: *x\n', '*x'],
  ['x: a b\n', 'b'],
  ['x: a\n', 'x: a\n'],
])('%j: nothing safe at %j', (text, words) => expect(removed(text, words)).toBeUndefined());

test('a fact of a Dockerfile is none of its business', () => {
  const [dockerfile] = worldOf({ Dockerfile: 'FROM scratch\n' }).dockerfiles;
  const place = { source: dockerfile!.source, span: { start: 0, end: 4 } };
  expect(standsInYaml(dockerfile, place)).toBe(false);
  expect(removeYaml(dockerfile, place)).toBeUndefined();
});

test('what is included is taken out whole, and what another file is extended from is left', () => {
  const base = 'services:\n  b:\n    image: x\n    pid: host\n';
  const planned = (files: Record<string, string>) => {
    const compose = composeOf(files);
    const service = compose.services.find(({ settings }) => settings.value.entries.has('pid'))!;
    const { place } = service.settings.value.entries.get('pid')!.value;
    const edits = removeYaml(service, place)?.map(({ edit }) => edit);
    return [standsInYaml(service, place), edits && applyEdits(place.source.text, edits)];
  };
  const top = 'services: { a: { image: x } }\n';
  expect(planned({ 'compose.yaml': `include: [base.yaml]\n${top}`, 'base.yaml': base })).toEqual([
    true,
    'services:\n  b:\n    image: x\n',
  ]);
  const extending = 'services: { a: { extends: { file: base.yaml, service: b } } }\n';
  expect(planned({ 'compose.yaml': extending, 'base.yaml': base })).toEqual([true, undefined]);
});
