import { textAt } from '@dockwarden-internal/syntax';
import { unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { isReadOnly, mountsOf, optionOf } from './mounts.ts';

const mounts = (flags: string) =>
  mountsOf(instructionOf(dockerfileOf(`FROM a\nARG D=/var/cache\nARG E\nRUN ${flags} ls\n`), 'run'));
const mount = (fields: string) => mounts(`--mount=${fields}`)[0]!;

test('fields by any of their names, each at its place', () => {
  const found = mount('type=cache,dst=/root/.npm,id=npm,sharing=locked,mode=0700');
  expect(found).toMatchObject({ type: 'cache', source: undefined, target: '/root/.npm' });
  expect(textAt(found.targetPlace!)).toBe('/root/.npm');
  expect(textAt(found.place)).toBe('--mount=type=cache,dst=/root/.npm,id=npm,sharing=locked,mode=0700');
  expect(optionOf(found, 'id')).toBe('npm');
  expect(optionOf(found, 'sharing')).toBe('locked');
  expect(optionOf(found, 'mode')).toBe('0700');
  expect(textAt(found.optionPlaces!.get('mode')!)).toBe('0700');
  expect(optionOf(found, 'uid')).toBeUndefined();
});

test('a bind mount is what is meant without a type', () => {
  expect(mount('target=/src')).toMatchObject({ type: 'bind', source: undefined, target: '/src' });
  expect(mount('src=package.json,destination=/p')).toMatchObject({ source: 'package.json', target: '/p' });
});

test('variables', () => {
  expect(mount('type=cache,target=$D/apt')).toMatchObject({ target: '/var/cache/apt' });
  expect(mount('type=cache,target=$E')).toMatchObject({ target: unresolved });
  expect(optionOf(mount('type=cache,target=/x,id=$E'), 'id')).toBe(unresolved);
});

test.each([
  ['target=/x', true],
  ['target=/x,rw', false],
  ['target=/x,readwrite=true', false],
  ['target=/x,rw=false', true],
  ['type=cache,target=/x', false],
  ['type=cache,target=/x,ro', true],
  ['type=cache,target=/x,readonly=false', false],
  ['type=tmpfs,target=/x', false],
  ['type=secret,id=x', true],
  ['type=ssh', true],
  ['type=secret,id=x,required', true],
  ['type=$E,target=/x', unresolved],
])('%s is read-only: %s', (fields, expected) => {
  expect(isReadOnly(mount(fields))).toBe(expected);
});

test('several, and none elsewhere', () => {
  expect(mounts('--mount=type=ssh --network=none --mount=target=/x')).toHaveLength(2);
  expect(mounts('')).toEqual([]);
  expect(mountsOf(instructionOf(dockerfileOf('FROM a\nCOPY a b\n'), 'copy'))).toEqual([]);
});
