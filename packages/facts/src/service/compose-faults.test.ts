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

test('in files that it leads to and that are not linted by themselves; of an extended one, in the services that count', () => {
  const files = {
    'compose.yaml': `
include: [infra.yaml]
services:
  a: { extends: { file: base.yaml, service: b } }
`,
    'infra.yaml': 'services: { i: { image: y, enviroment: { A: 1 }, ports: ["80:http"] } }',
    'base.yaml': 'services: { b: { extends: c }, c: { imag: x }, d: { imag: x } }\nnetwork: {}\n',
  };
  expect(faults(files, 'compose.yaml')).toEqual([
    ['compose/schema-key', 'imag'],
    ['compose/schema-key', 'enviroment'],
    ['compose/port', '"80:http"'],
  ]);
});

test('a circle, in the file that closes it', () => {
  const text = 'include: [a.yaml]\nservices: { x: { image: x } }\n';
  expect(faults({ 'compose.yaml': text, 'a.yaml': 'include: [compose.yaml]\n' }, 'compose.yaml')).toEqual([
    ['compose/include-circle', 'compose.yaml'],
  ]);
  const other = { 'compose.yaml': text.replace('a.', 'b/compose.'), 'b/compose.yaml': 'include: [../compose.yaml]\n' };
  expect(faults(other, 'b/compose.yaml')).toEqual([['compose/include-circle', '../compose.yaml']]);
});

test('of a file that is linted by itself, there alone', () => {
  const files = { 'compose.yaml': 'include: [b/compose.yaml]\n', 'b/compose.yaml': 'services: { b: { imag: x } }' };
  expect(faults(files, 'compose.yaml')).toEqual([]);
  expect(faults(files, 'b/compose.yaml')).toEqual([['compose/schema-key', 'imag']]);
});

test('a good file has none', () => {
  expect(faults({ 'compose.yaml': 'services: { a: { image: "x:${TAG}" } }' }, 'compose.yaml')).toEqual([]);
});
