import { textAt } from '@dockwarden-internal/syntax';
import { unknown } from '../kernel/unsure.ts';
import { composeOf, serviceIn, serviceOf } from '../testing/compose-of.ts';
import { awaitedBy, dependencyTarget, isOneShot, needsOf } from './dependencies.ts';

test('a service needs what it depends on, is linked to, and shares things with', () => {
  const a = serviceOf(
    'image: x\ndepends_on: [b]\nlinks: ["c:db", "d"]\nvolumes_from: ["e:ro", "container:other"]\nnetwork_mode: service:f\nipc: service:g\npid: host\nuts: service:h',
  );
  expect(needsOf(a).map(({ settings, via, place }) => [settings.name, via, textAt(place)])).toEqual([
    ['b', 'depends_on', 'b'],
    ['c', 'links', '"c:db"'],
    ['d', 'links', '"d"'],
    ['e', 'volumes_from', '"e:ro"'],
    ['f', 'network_mode', 'service:f'],
    ['g', 'ipc', 'service:g'],
    ['h', 'uts', 'service:h'],
  ]);
});

test('a name that a variable hides is left out', () => {
  expect(needsOf(serviceOf('image: x\nnetwork_mode: service:${S}\nlinks: ["$L"]'))).toEqual([]);
});

test.each([
  ['services: { a: { image: x, depends_on: [b] }, b: { image: y } }', 'b'],
  ['services: { a: { image: x, depends_on: [b] } }', undefined],
  ['services: { a: { depends_on: [b] } }', unknown],
  ['include: [gone.yaml]\nservices: { a: { image: x, depends_on: [b] } }', unknown],
])('%s: the target is %p', (text, expected) => {
  const target = dependencyTarget(needsOf(serviceIn(composeOf(text), 'a'))[0]!);
  expect(typeof target === 'object' ? target.name : target).toBe(expected);
});

test('a task that others wait to be done with runs once', () => {
  const compose = composeOf(`services:
  migrate: { image: m }
  db: { image: d }
  api:
    image: x
    depends_on: { migrate: { condition: service_completed_successfully }, db: { condition: service_healthy } }
`);
  expect(compose.services.map(isOneShot)).toEqual([true, false, false]);
  expect(compose.services.map((service) => awaitedBy(service).map((each) => each.service.name))).toEqual([
    ['api'],
    ['api'],
    [],
  ]);
});
