import { fromImage } from '../image/from-image.ts';
import { partsOf } from '../image/parts.ts';
import { referencesOf } from '../image/references.ts';
import { unknown } from '../kernel/unsure.ts';
import { worldOf } from '../testing/compose-of.ts';
import { textsAt } from '../testing/texts-at.ts';
import { namedContext } from './named-context.ts';
import { rootBase, rootImage } from './root.ts';

const service = (contexts: string, more = '') =>
  `services:\n  a: { build: { context: .${more}, additional_contexts: { ${contexts} } } }\n`;
const file = (compose: string, text = 'FROM base\nCOPY --from=base /a /a\n') =>
  worldOf({ Dockerfile: text, 'compose.yaml': compose }).dockerfileAt('Dockerfile')!;

test.each([
  ['assets: ./assets', 'assets', { image: unknown }],
  ['base: "docker-image://debian:12"', 'base', { image: 'debian:12' }],
  ['base: "docker-image://debian:12"', 'BASE', { image: 'debian:12' }],
  ['base: "docker-image://debian:12"', 'base:latest', { image: 'debian:12' }],
  ['"debian:12": "docker-image://mirror/debian:12"', 'docker.io/library/debian:12', { image: 'mirror/debian:12' }],
  ['base: "docker-image://debian:12"', 'base:1', undefined],
  ['base: "service:b"', 'base', { image: unknown }],
  ['base: "${BASE}"', 'base', { image: unknown }],
  ['base: ./base', 'other', undefined],
])('%s: %s is %p', (contexts, name, expected) => {
  expect(namedContext(file(service(contexts)), name)).toEqual(expected);
});

test('a target that a variable decides hands over the same contexts', () => {
  expect(namedContext(file(service('base: ./base', ', target: "${STAGE}"')), 'base')).toEqual({ image: unknown });
});

test('builders that do not agree leave open what the context stands for', () => {
  const other = '  b: { build: . }\n';
  expect(namedContext(file(`${service('base: "docker-image://debian:12"')}${other}`), 'base')).toEqual({
    image: unknown,
  });
  expect(namedContext(file('services:\n  b: { build: . }\n'), 'base')).toBeUndefined();
});

test('FROM of a context stands on the image that it stands for, which is no image of the context’s name', () => {
  const dockerfile = file(service('base: "docker-image://debian:12"'));
  const [stage] = dockerfile.stages;
  expect(referencesOf(dockerfile).map(({ kind, image }) => [kind, image])).toEqual([
    ['context', undefined],
    ['context', undefined],
  ]);
  expect(textsAt(referencesOf(dockerfile))).toEqual(['base', 'base']);
  expect(fromImage(stage!)).toMatchObject({ kind: 'context', text: 'base', resolved: 'debian:12' });
  expect(rootImage(stage!)).toBe(fromImage(stage!));
  expect(rootBase(stage!)).toMatchObject({ distro: 'debian', user: '' });
});

test('of a context that is no image nothing is known', () => {
  const [stage] = file(service('base: "service:b"')).stages;
  expect([rootImage(stage!), rootBase(stage!)]).toEqual([unknown, unknown]);
  expect(partsOf(fromImage(stage!)!)).toMatchObject({ name: unknown, tag: unknown });
});

test('a stage hides a context of its name', () => {
  const dockerfile = file(service('base: ./x'), 'FROM debian:12 AS base\nFROM base\n');
  expect(referencesOf(dockerfile).map(({ kind }) => kind)).toEqual(['image', 'stage']);
});
