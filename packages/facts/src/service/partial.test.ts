import { composeOf } from '../testing/compose-of.ts';
import { isPartial, isPartialService } from './partial.ts';

test.each([
  ['services: { a: { image: x }, b: { build: . } }', false],
  ['services: { a: { image: x }, b: { ports: ["80:80"] } }', true],
  ['services: { a: { image: x }, b: { provider: { type: model } } }', false],
  ['services: { a: { image: x }, b: { extends: a } }', false],
  ['volumes: { v: }', false],
])('%s: %p', (text, expected) => {
  expect(isPartial(composeOf(text))).toBe(expected);
});

test('an override without its base', () => {
  const compose = composeOf({ 'compose.override.yaml': 'services: { a: { build: . } }' });
  expect(isPartial(compose)).toBe(true);
  expect(compose.services.map(isPartialService)).toEqual([true]);
});

test('of a partial model only services that lack something are', () => {
  const { services } = composeOf('services: { a: { image: x }, b: { restart: always } }');
  expect(services.map(isPartialService)).toEqual([false, true]);
});

test('a file that is merged over its base has all that it needs', () => {
  const compose = composeOf({
    'compose.yaml': 'services: { a: { image: x } }',
    'compose.prod.yaml': 'services: { a: { restart: always } }',
  });
  expect(compose.files).toHaveLength(2);
  expect(isPartial(compose)).toBe(false);
});
