import { unknown, unresolved } from '../kernel/unsure.ts';
import type { Mount } from '../model/files.ts';
import { composeOf, serviceIn } from '../testing/compose-of.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { mountRole, mountsHost } from './mount-role.ts';
import { isReadOnly, mountsOf } from './mounts.ts';

const inRun = (fields: string) =>
  mountsOf(instructionOf(dockerfileOf(`FROM a\nARG E\nRUN --mount=${fields} ls\n`), 'run'))[0]!;

test.each([
  ['type=bind,target=/x', 'source'],
  ['type=bind,source=package.json,target=/x', 'config'],
  ['type=bind,source=src,target=/x', 'source'],
  ['type=bind,source=data,target=/x', 'data'],
  ['type=bind,source=$E,target=/x', unresolved],
  ['type=$E,target=/x', unresolved],
  ['type=bind,from=b,source=/x,target=/x', undefined],
  ['type=cache,target=/x', undefined],
])('a RUN with %s: %s', (fields, role) => {
  expect(mountRole(inRun(fields))).toBe(role);
  expect(mountsHost(inRun(fields))).toBe(false);
});

const someService = serviceIn(composeOf('services: { a: { image: x } }'), 'a');

const inService = (type: Mount['type'], source: Mount['source'], options: [string, string][] = []): Mount => ({
  type,
  source,
  target: '/x',
  options: new Map(options),
  place: inRun('target=/x').place,
  service: someService,
});

test.each([
  ['bind', '/var/run/docker.sock', 'socket', true],
  ['bind', '/etc', 'config', true],
  ['bind', './src', 'source', false],
  ['bind', '/homework', unknown, false],
  ['bind', unresolved, unresolved, unresolved],
  ['volume', 'db', 'data', false],
  ['volume', undefined, undefined, false],
  ['tmpfs', undefined, undefined, false],
  ['npipe', '\\\\.\\pipe\\docker_engine', 'socket', false],
  [unresolved, './src', unresolved, unresolved],
] as const)('a service with %s of %s', (type, source, role, host) => {
  expect(mountRole(inService(type, source))).toBe(role);
  expect(mountsHost(inService(type, source))).toBe(host);
});

test('a volume that stands for a folder of the host is that folder', () => {
  const service = (device: string) =>
    serviceIn(composeOf(`services: { a: { image: x } }\nvolumes: { v: { driver_opts: { device: ${device} } } }`), 'a');
  const host = (device: string) => mountsHost({ ...inService('volume', 'v'), service: service(device) });
  expect([host('/etc'), host('./data'), host('"$D"')]).toEqual([true, false, unresolved]);
});

test('a service can write unless it says otherwise', () => {
  expect(isReadOnly(inService('bind', './src'))).toBe(false);
  expect(isReadOnly({ ...inService('bind', './src'), readOnly: true })).toBe(true);
  expect(isReadOnly({ ...inService('bind', './src'), readOnly: unresolved })).toBe(unresolved);
});
