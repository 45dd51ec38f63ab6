import { textAt } from '@dockwarden-internal/syntax';
import { memoryModel } from '../oracle/memory-project.ts';

const faults = (text: string, others: Record<string, string> = {}) =>
  memoryModel({ 'compose.yaml': text, ...others }).faults.map(({ code, place }) => [code, textAt(place)]);
const service = (lines: string) => faults(`services: { a: { image: x, ${lines} } }\nsecrets: { s: { file: x } }\n`);

describe('texts that Compose makes something else of', () => {
  test.each([
    ['mem_limit: 1x', '1x'],
    ['mem_limit: ""', '""'],
    ['shm_size: 5 potatoes', '5 potatoes'],
    ['deploy: { resources: { limits: { memory: 5 potatoes } } }', '5 potatoes'],
    ['deploy: { resources: { limits: { cpus: abc } } }', 'abc'],
    ['cpus: "0x2"', '"0x2"'],
    ['scale: abc', 'abc'],
    ['healthcheck: { test: a, retries: abc }', 'abc'],
    ['privileged: "1"', '"1"'],
    ['read_only: nope', 'nope'],
    ['read_only: "${X:-nope}"', '"${X:-nope}"'],
    ['volumes: [{ type: bind, source: ., target: /x, read_only: nope }]', 'nope'],
    ['ulimits: { n: x }', 'x'],
    [`command: 'echo "a'`, `'echo "a'`],
    [`entrypoint: 'echo "a'`, `'echo "a'`],
    ['secrets: [{ source: s, mode: "0o440" }]', '"0o440"'],
  ])('%s', (lines, at) => expect(service(lines)).toEqual([['compose/value', at]]));

  test.each([
    'mem_limit: 1.5 GiB, memswap_limit: "-1", shm_size: "64"',
    'cpus: "1e1", scale: "+2", privileged: "Yes", read_only: "off"',
    'cpus: "${CPUS}", privileged: "${P}", mem_limit: "${M}g", command: "echo ${Q}"',
    'secrets: [{ source: s, mode: "0440" }]',
    `command: ['echo "a'], healthcheck: { test: 'echo "a' }`,
    'ulimits: { n: { soft: 1, hard: 2 } }, labels: { privileged: x }',
  ])('%s is fine', (lines) => expect(service(lines)).toEqual([]));
});

describe('what contradicts itself', () => {
  test.each([
    ['scale: 2, deploy: { replicas: 3 }', 'compose/contradiction', '2'],
    ['mem_limit: 1g, deploy: { resources: { limits: { memory: 2g } } }', 'compose/contradiction', '1g'],
    ['network_mode: host, networks: [default]', 'compose/contradiction', 'network_mode'],
    ['build: { context: ., dockerfile: D, dockerfile_inline: "FROM x" }', 'compose/contradiction', 'dockerfile'],
    ['security_opt: ["a:b", "c:d", "a:b"]', 'compose/repeated', '"a:b"'],
    ['depends_on: [a]', 'compose/depends-on-circle', 'a'],
  ])('%s', (lines, code, at) => expect(service(lines)).toEqual([[code, at]]));

  test.each([
    'scale: 3, deploy: { replicas: 3 }, cap_add: [A, A]',
    'mem_limit: 1g, deploy: { resources: { limits: { memory: 1024m, cpus: 1 } } }',
    'mem_limit: "${M}", deploy: { resources: { limits: { memory: 1g } } }',
    'network_mode: host, networks: []',
    'network_mode: "${MODE}", networks: [default]',
  ])('%s is fine', (lines) => expect(service(lines)).toEqual([]));

  test('a circle of several services, at what closes it, once', () => {
    const text = `
services:
  a: { image: x, depends_on: [d, b] }
  b: { image: x, depends_on: { c: { condition: service_healthy } } }
  c: { image: x, depends_on: [d, b] }
  d: { image: x }
`;
    const [fault, ...more] = memoryModel({ 'compose.yaml': text }).faults;
    expect(more).toEqual([]);
    expect(fault?.message).toBe('No service of b → c → b can start first.');
    expect(fault?.place.span.start).toBe(text.lastIndexOf('b]'));
  });

  test('what is only a part of a model is not held to be whole', () => {
    expect(faults('services: { a: { network_mode: host, networks: [n] } }\nsecrets: { s: {} }\n')).toEqual([]);
    expect(faults('secrets: { s: {} }\n')).toEqual([]);
    expect(faults('include: ["oci://a.b/c"]\nservices: { a: { image: x } }\nsecrets: { s: {} }\n')).toEqual([]);
    expect(faults('services: { a: { privileged: "1" } }\n')).toEqual([['compose/value', '"1"']]);
  });
});

describe('resources', () => {
  const resource = (text: string) => faults(`services: { a: { image: x } }\n${text}\n`);
  test.each([
    ['secrets: { s: {} }', 'compose/content', 's'],
    ['configs: { c: { labels: { a: b } } }', 'compose/content', 'c'],
    ['secrets: { s: { file: a, environment: B } }', 'compose/contradiction', 's'],
    ['volumes: { v: { external: true, driver: x } }', 'compose/contradiction', 'driver'],
  ])('%s', (text, code, at) => expect(resource(text)).toEqual([[code, at]]));

  test.each([
    'secrets: { s: { environment: A }, t: { external: true }, u: { driver: x } }',
    'configs: { c: { content: a } }',
    'volumes: { v: { external: true, name: x, x-own: 1 }, w: { external: false, driver: x }, u: { external: { name: x } } }',
    'networks: { n: { external: true, driver: x } }',
  ])('%s is fine', (text) => expect(resource(text)).toEqual([]));
});
