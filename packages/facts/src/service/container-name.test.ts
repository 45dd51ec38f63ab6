import { composeOf, serviceIn } from '../testing/compose-of.ts';
import { containerNameTakenBy } from './container-name.ts';

const taken = (text: string) => containerNameTakenBy(serviceIn(composeOf(text), 'c'))?.name;

test.each([
  ['services: { a: { image: x, container_name: n }, b: { image: x }, c: { image: x, container_name: n } }', 'a'],
  ['services: { a: { image: x, container_name: n }, c: { image: x, container_name: m } }', undefined],
  ['services: { c: { image: x, container_name: n }, d: { image: x, container_name: n } }', undefined],
  ['services: { a: { image: x, container_name: "$N" }, c: { image: x, container_name: "$N" } }', 'a'],
  ['services: { a: { image: x, container_name: "$N" }, c: { image: x, container_name: "$M" } }', undefined],
  [
    'services: { a: { image: x, profiles: [p], container_name: n }, c: { image: x, profiles: [q], container_name: n } }',
    undefined,
  ],
])('%s: %p', (text, expected) => expect(taken(text)).toBe(expected));
