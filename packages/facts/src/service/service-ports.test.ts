import { textAt } from '@dockwarden-internal/syntax';
import { unresolved } from '../kernel/unsure.ts';
import { composeOf, serviceIn, serviceOf } from '../testing/compose-of.ts';
import { clashesOf, environmentOfPort, isLoopback, overlapsOf, portsOf, publishedRange } from './service-ports.ts';

const ports = (...entries: string[]) => portsOf(serviceOf(`image: x\nports: [${entries.join(', ')}]`));

test.each([
  ['"8080:80"', [8080, 8080]],
  ['"8000-8002:80"', [8000, 8002]],
  ['"80"', undefined],
  ['{ target: 80, published: "8080" }', [8080, 8080]],
  ['"${PORT}:80"', unresolved],
])('%s wants of the host %j', (entry, range) => {
  expect(publishedRange(ports(entry)[0]!)).toEqual(range);
});

test.each([
  ['"8080:80"', false],
  ['"0.0.0.0:8080:80"', false],
  ['"127.0.0.1:8080:80"', true],
  ['"127.1.2.3:8080:80"', true],
  ['"[::1]:8080:80"', true],
  ['{ target: 80, published: "8080", host_ip: 127.0.0.1 }', true],
  ['"${ADDRESS}:8080:80"', unresolved],
])('%s is bound to the loopback: %p', (entry, expected) => {
  expect(isLoopback(ports(entry)[0]!)).toBe(expected);
});

test.each([
  [['"80:80"', '"80:81"'], ['"80:80"']],
  [['"080:80"', '"80:81"'], ['"080:80"']],
  [['"80:80/udp"', '"80:81"'], []],
  [['"127.0.0.1:80:80"', '"80:81"'], ['"127.0.0.1:80:80"']],
  [['"127.0.0.1:80:80"', '"0.0.0.0:80:81"'], ['"127.0.0.1:80:80"']],
  [['"127.0.0.1:80:80"', '"127.0.0.2:80:81"'], []],
  [['"[::]:80:80"', '"127.0.0.1:80:81"'], []],
  [['"[::]:80:80"', '"[::1]:80:81"'], ['"[::]:80:80"']],
  [['"80"', '"80:80"'], []],
  [['"80-82:80"', '"80:81"'], []],
  [['"80-82:90-92"', '"81:81"'], ['"80-82:90-92"']],
  [['"${A}:80"', '"${A}:81"'], ['"${A}:80"']],
  [['"${A}:80"', '"${B}:81"'], []],
  [['"${A}:80:80"', '"127.0.0.1:80:81"'], []],
])('of %j the last clashes with %j', (entries, expected) => {
  expect(clashesOf(ports(...entries).at(-1)!).map(({ place }) => textAt(place))).toEqual(expected);
});

test('ranges that share ports clash once, with each entry that they meet', () => {
  const told = (...entries: string[]) =>
    ports(...entries).flatMap((port) =>
      clashesOf(port).map((other) => [port.settings.published?.value, textAt(other.place)]),
    );
  expect(told('"80-89:180-189"', '"70-99:70-99"')).toEqual([['80', '"80-89:180-189"']]);
  expect(told('"80:180"', '"82-83:182-183"', '"79-84:79-84"')).toEqual([
    ['80', '"80:180"'],
    ['82', '"82-83:182-183"'],
  ]);
});

test.each([
  [['"8093-9000:80"', '"8094:81"'], 1],
  [['"8094:81"', '"8093-9000:80"'], 1],
  [['"8080-8090:80"', '"8090-8099:81"'], 1],
  [['"8080-8090:80"', '"8091-8099:81"'], 0],
  [['"8080-8090:80/udp"', '"8085:81"'], 0],
  [['"127.0.0.1:8080-8090:80"', '"127.0.0.2:8085:81"'], 0],
  [['"8085:80"', '"8085:81"'], 0],
  [['"1000-9000:1000-9000"', '"8085:81"'], 1],
  [['"$A-9000:80"', '"8085:81"'], 0],
])('of %j the last overlaps with %d', (entries, expected) => {
  expect(overlapsOf(ports(...entries).at(-1)!)).toHaveLength(expected);
});

test('each pair is told once, by the later one', () => {
  const compose = composeOf(
    'services: { a: { image: x, ports: ["80:1"] }, b: { image: x, ports: ["80:2"] }, c: { image: x, ports: ["80:3"] } }',
  );
  const told = (name: string) =>
    portsOf(serviceIn(compose, name)).flatMap((port) => clashesOf(port).map(({ service }) => service.name));
  expect([told('a'), told('b'), told('c')]).toEqual([[], ['a'], ['a', 'b']]);
});

test.each([
  ['', '', true],
  ['profiles: [p]', 'profiles: [p, q]', true],
  ['profiles: [p]', 'profiles: [q]', false],
  ['profiles: [p]', '', false],
])('services with %j and %j run together: %p', (first, second, together) => {
  const compose = composeOf(
    `services:\n  a: { image: x, ports: ["80:1"], ${first} }\n  b: { image: x, ports: ["80:2"], ${second} }\n`,
  );
  expect(clashesOf(portsOf(serviceIn(compose, 'b'))[0]!)).toHaveLength(together ? 1 : 0);
});

test('a port is for what its file is for', () => {
  const base = 'services: { a: { image: x, ports: ["1:1"] } }';
  const over = 'services: { a: { ports: ["2:2"] } }';
  const told = (files: Readonly<Record<string, string>>) =>
    portsOf(serviceIn(composeOf(files), 'a')).map(environmentOfPort);
  expect(told({ 'compose.yaml': base, 'compose.override.yaml': over })).toEqual([undefined, 'development']);
  expect(told({ 'compose.prod.yaml': base })).toEqual(['production']);
  expect(told({ 'compose.yaml': `x-dockwarden: { environment: production }\n${base}` })).toEqual(['production']);
});

test('many that want one port are compared in no time', () => {
  const entries = Array.from({ length: 9000 }, (_, n) => `"127.0.${n >> 8}.${n & 255}:80:${n + 1}"`);
  const all = ports(...entries);
  const started = performance.now();
  expect(all.flatMap(clashesOf)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(60_000);
});
