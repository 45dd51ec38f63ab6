import type { FactNodes, KindName } from '../kernel/fact-nodes.ts';
import type { Kind } from '../kernel/kind.ts';
import { unknown, unresolved } from '../kernel/unsure.ts';
import { composeOf, serviceIn, serviceOf } from '../testing/compose-of.ts';
import { placeText, readFact } from '../testing/read-fact.ts';
import { vocabulary } from './registry.ts';

const { service: serviceKind } = vocabulary;

function read<K extends KindName>(kind: K, node: FactNodes[K], property: string): unknown {
  return readFact(vocabulary[kind] as unknown as Kind<K>, node, property);
}

test.each([
  ['privileged: true', 'privileged', true, 'true'],
  ['privileged: "$P"', 'privileged', unresolved, '"$P"'],
  ['tty: true', 'privileged', undefined, undefined],
  ['read_only: yes', 'readOnly', true, 'yes'],
  ['container_name: n', 'containerName', 'n', 'n'],
  ['use_api_socket: true', 'apiSocket', true, 'true'],
  ['pid: host', 'pid', 'host', 'host'],
  ['network_mode: host', 'hostNetwork', true, 'host'],
  ['deploy: { replicas: 3 }', 'replicas', 3, '3'],
  ['scale: 2', 'replicas', 2, '2'],
  ['image: postgres:17', 'stateful', true, 'postgres:17'],
  ['image: acme/x', 'stateful', unknown, 'acme/x'],
  ['build: https://example.com/x.git', 'stateful', unknown, undefined],
  ['tty: true', 'stateful', false, undefined],
])('%s: %s', (line, property, value, at) => {
  const service = serviceOf(line);
  expect(readFact(serviceKind, service, property)).toBe(value);
  expect(placeText(serviceKind, service, property)).toBe(at);
});

test('a published port', () => {
  const [port] = readFact(serviceKind, serviceOf('ports: ["127.0.0.1:8080:80/udp"]'), 'ports') as [
    FactNodes['published-port'],
  ];
  const values = ['text', 'published', 'first', 'target', 'protocol', 'address', 'loopback', 'short'].map((name) =>
    read('published-port', port, name),
  );
  expect(values).toEqual(['127.0.0.1:8080:80/udp', '8080', 8080, 80, 'udp', '127.0.0.1', true, true]);
});

test('a condition that there is not is unresolved', () => {
  const service = serviceOf(
    'depends_on: { b: { condition: service_ready }, c: { condition: service_healthy }, d: {} }',
  );
  const dependencies = readFact(serviceKind, service, 'dependsOn') as FactNodes['depends-on'][];
  expect(dependencies.map((each) => read('depends-on', each, 'condition'))).toEqual([
    unresolved,
    'service_healthy',
    'service_started',
  ]);
});

test('a volume that stands for a folder of the host', () => {
  const compose = composeOf(
    'services: { a: { image: x } }\nvolumes: { v: { driver_opts: { device: /etc } }, w: { driver_opts: { device: ./w } }, x: , y: { driver_opts: { device: "$D" } } }',
  );
  const resources = readFact(vocabulary.compose, compose, 'resources') as FactNodes['resource'][];
  expect(resources.map((each) => read('resource', each, 'sensitiveHost'))).toEqual([true, false, false, unresolved]);
});

test('an image that a variable has a part in is not literal', () => {
  const compose = composeOf('services: { a: { image: "x:${TAG:-latest}" }, b: { image: "x:latest" } }');
  const literal = ['a', 'b'].map((name) =>
    read('image', readFact(serviceKind, serviceIn(compose, name), 'image') as FactNodes['image'], 'literal'),
  );
  expect(literal).toEqual([false, true]);
});
