import { textAt } from '@dockwarden-internal/syntax';
import { worldOf } from '../testing/compose-of.ts';
import { composeFaultsOf } from './compose-faults.ts';

const faults = (files: Readonly<Record<string, string>>, path: string) =>
  composeFaultsOf(worldOf(files).composeFiles.find(({ source }) => source.path === path)!).map(({ code, place }) => [
    code,
    textAt(place),
  ]);

test('what breaks the schema, and what the model cannot do, each where it stands', () => {
  const text = 'services:\n  a: { image: x, portss: [80], ports: ["80:http"] }\n  b: { extends: gone }\n';
  expect(faults({ 'compose.yaml': text }, 'compose.yaml')).toEqual([
    ['compose/schema-key', 'portss'],
    ['compose/port', '"80:http"'],
    ['compose/extends-service', 'gone'],
  ]);
});

test('of a file in two models once, and in the file it stands in', () => {
  const files = {
    'compose.yaml': 'services: { a: { image: x, ports: ["80:http"] } }',
    'compose.prod.yaml': 'services: { a: { restart: always } }',
  };
  expect(faults(files, 'compose.yaml')).toEqual([['compose/port', '"80:http"']]);
  expect(faults(files, 'compose.prod.yaml')).toEqual([]);
});

test('what is no YAML is the parser’s to tell', () => {
  expect(faults({ 'compose.yaml': 'services: { a: { image: x, image: y, portss: [] } }' }, 'compose.yaml')).toEqual([]);
});

test('a good file has none', () => {
  expect(faults({ 'compose.yaml': 'services: { a: { image: "x:${TAG}" } }' }, 'compose.yaml')).toEqual([]);
});
