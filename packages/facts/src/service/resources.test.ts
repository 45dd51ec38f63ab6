import { textAt } from '@dockwarden-internal/syntax';
import { unresolved } from '../kernel/unsure.ts';
import { composeOf } from '../testing/compose-of.ts';
import { resourcesOf } from './resources.ts';

const TEXT = `services:
  a:
    image: x
    volumes: [data:/a, "data:/b:ro", ./src:/src, "logs:/l:\${MODE}"]
    networks: [front, default]
    secrets: [token]
  b:
    image: x
    volumes: [data:/a, "logs:/l:ro", lost:/lost]
    configs: [{ source: conf, target: /c }]
volumes:
  data: { driver_opts: { type: none, o: bind, device: /srv/data } }
  logs:
  unused: { external: true }
networks: { front: { external: true, name: proxy }, other: { name: "$N" } }
secrets: { token: { file: token.txt } }
`;

test('declared ones first, then those that are only used', () => {
  const found = resourcesOf(composeOf(TEXT)).map(({ type, name, declared, external, users }) => [
    type,
    name,
    declared,
    external,
    users.map((user) => user.name).join(),
  ]);
  expect(found).toEqual([
    ['network', 'front', true, true, 'a'],
    ['network', 'other', true, false, ''],
    ['volume', 'data', true, false, 'a,b'],
    ['volume', 'logs', true, false, 'a,b'],
    ['volume', 'unused', true, true, ''],
    ['volume', 'lost', false, false, 'b'],
    ['secret', 'token', true, false, 'a'],
    ['config', 'conf', false, false, 'b'],
  ]);
});

test('who writes, what the engine calls it, what of the host it is', () => {
  const of = (type: string, name: string) =>
    resourcesOf(composeOf(TEXT)).find((each) => each.type === type && each.name === name)!;
  expect(of('volume', 'data').writers.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(of('volume', 'logs').writers).toEqual([]);
  expect([of('network', 'front').realName, of('network', 'other').realName, of('volume', 'unused').realName]).toEqual([
    'proxy',
    unresolved,
    'unused',
  ]);
  expect(of('volume', 'data').realName).toBeUndefined();
  expect(of('volume', 'data').device?.value).toBe('/srv/data');
  expect(textAt(of('volume', 'lost').place)).toBe('lost');
});

test('a secret that only a build is given, and a volume without a name, which is none of them', () => {
  const text = `services:
  a:
    build: { context: ., secrets: [token, { source: lost }] }
    volumes: [{ type: volume, source: "", target: /t }]
secrets: { token: { file: token.txt } }
`;
  const found = resourcesOf(composeOf(text)).map(({ name, declared, users }) => [name, declared, users.length]);
  expect(found).toEqual([
    ['token', true, 1],
    ['lost', false, 1],
  ]);
});
