import { unresolved } from '../kernel/unsure.ts';
import { volumesOf } from '../service/service-mounts.ts';
import { serviceOf } from '../testing/compose-of.ts';
import { sourceNameOf } from './mount-source-name.ts';

test.each([
  ['/var/run/docker.sock:/s', 'docker.sock'],
  ['./data/:/d', 'data'],
  ['db:/d', 'db'],
  ['${XDG_RUNTIME_DIR}/docker.sock:/s', 'docker.sock'],
  ['${XDG_RUNTIME_DIR:?where is it/now}/docker.sock:/s', 'docker.sock'],
  ['${DIR:-/run}/podman.sock:/s', 'podman.sock'],
  ['${SOCKET}:/s', unresolved],
  ['/run/${SOCKET:?no/socket}:/s', unresolved],
  ['/run/${ENGINE}.sock:/s', unresolved],
  ['/anonymous', undefined],
])('%s', (volume, expected) => {
  const [mount] = volumesOf(serviceOf(`image: x\nvolumes: [${JSON.stringify(volume)}]`));
  expect(sourceNameOf(mount!)).toBe(expected);
});

test('a pipe of Windows', () => {
  const lines = "image: x\nvolumes: [{ type: npipe, source: '\\\\.\\pipe\\docker_engine', target: '\\\\.\\pipe\\x' }]";
  expect(sourceNameOf(volumesOf(serviceOf(lines))[0]!)).toBe('docker_engine');
});
