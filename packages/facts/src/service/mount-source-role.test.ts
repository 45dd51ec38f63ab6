import { unknown } from '../kernel/unsure.ts';
import { mountRole } from '../run/mount-role.ts';
import { composeOf } from '../testing/compose-of.ts';
import { volumesOf } from './service-mounts.ts';

const FILES = {
  'shop/orders/package.json': '{}',
  'shop/pages2/index.html': '',
  'shop/rust/src/main.rs': '',
  'shop/uploaded/cat.jpg': '',
  'shop/.keep': '',
};

function role(source: string) {
  const text = `services: { a: { image: x, volumes: ["${source}:/x"] } }`;
  const { services } = composeOf({ ...FILES, 'shop/compose.yaml': text });
  return mountRole(volumesOf(services[0]!)[0]!);
}

test.each([
  ['.', 'source'],
  ['..', 'source'],
  ['../', 'source'],
  ['./src', 'source'],
  ['./services/Backend/', 'source'],
  ['./server.ts', 'source'],
  ['./orders', 'source'],
  ['./pages2', 'source'],
  ['./rust', 'source'],
  ['../shop/orders', 'source'],
  ['./uploaded', unknown],
  ['./gone', unknown],
  ['./poc.svg', unknown],
  ['../../outside', unknown],
  ['/mnt/docker-volumes/n8n/files', unknown],
  ['/mnt/checkout/src', 'source'],
  ['./data', 'data'],
  ['./nginx.conf', 'config'],
  ['/var/run/docker.sock', 'socket'],
])('%s: %p', (source, expected) => expect(role(source)).toBe(expected));
