import { sourceText, textAt } from '@dockwarden-internal/syntax';
import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';
import { knownKeys } from './known-keys.ts';
import { checkSchema } from './schema-check.ts';

const faults = (text: string) =>
  checkSchema(parseYaml(sourceText('compose.yaml', text))).map(({ code, message, place }) => [
    code,
    textAt(place),
    message,
  ]);

const web = (lines: string) => `services:\n  web:\n    image: x\n    ${lines}\n`;

test.each([
  ['ports: ["80:80", 443, { target: 1 }]'],
  ['environment: [A=1, B]'],
  ['environment: { A: 1, B: , C: true }'],
  ['privileged: ${P}'],
  ['mem_limit: ${MEM}\n    cpus: "${CPUS:-1}"'],
  ['ports: !reset []\n    command: !override [a]'],
  ['x-anything: [1]'],
  ['healthcheck: { test: [CMD, a], interval: 1m30s }'],
  ['extends: { service: base, file: b.yaml }'],
  ['secrets: [{ source: s, mode: 0440 }]'],
])('%s is fine', (lines) => expect(faults(web(lines))).toEqual([]));

test.each([
  [
    'image_: y',
    'schema-key',
    'image_',
    '`image_` is no key that Compose knows in `services.web`. Did you mean `image`?',
  ],
  ['restrat: always', 'schema-key', 'restrat', 'Did you mean `restart`?'],
  ['build: { contxt: . }', 'schema-key', 'contxt', 'Did you mean `context`?'],
  ['privileged: 5', 'schema-type', '5', '`services.web.privileged` has to be true or false or text.'],
  ['ports: 80', 'schema-type', '80', 'has to be a list.'],
  ['ports: [{ x: 1 }]', 'schema-key', 'x', '`x` is no key'],
  ['environment: [{ A: 1 }]', 'schema-type', '{ A: 1 }', '`services.web.environment.0` has to be text.'],
  [
    'depends_on: { b: { condition: healthy } }',
    'schema-value',
    'healthy',
    'has to be `service_started`, `service_healthy` or',
  ],
  ['healthcheck: { interval: 10 }', 'schema-type', '10', 'has to be text.'],
  ['healthcheck: { interval: ten }', 'schema-value', 'ten', 'is no duration: write `30s` or `1m30s`.'],
  ['depends_on: { b: {} }', 'schema-value', '{}', 'lacks `condition`.'],
  ['container_name: "-"', 'schema-value', '"-"', 'does not have the form'],
])('%s', (lines, code, at, message) => {
  const found = faults(web(lines));
  expect(found).toHaveLength(1);
  expect(found[0]?.slice(0, 2)).toEqual([`compose/${code}`, at]);
  expect(found[0]?.[2]).toContain(message);
});

test('the top of a file, its version, and a file of several documents', () => {
  expect(faults('version: 3\nservices: {}\n')[0]?.slice(0, 2)).toEqual(['compose/schema-type', '3']);
  expect(faults('servces: {}\n')[0]?.[2]).toContain('Did you mean `services`?');
  expect(faults('services: {}\n---\nvolume: {}\n')[0]?.[1]).toBe('volume');
  expect(faults('- a\n')[0]?.[2]).toBe('The file has to be a map.');
});

test('keys that YAML reads as no text', () => {
  const keys = (text: string) => faults(text).map(([code, at]) => `${code} ${at}`);
  expect(keys(web('labels: { 1: b, true: c, on: d, "2": e }'))).toEqual([
    'compose/schema-key 1',
    'compose/schema-key true',
  ]);
  expect(keys('x-a: &a [{ 1.5: b }]\nx-b: *a\nservices: { 1: { image: x } }\n')).toEqual([
    'compose/schema-key 1.5',
    'compose/schema-key 1',
  ]);
});

test('through an alias the fault sits at the alias', () => {
  expect(faults('x-p: &p 5\nservices: { a: { privileged: *p } }\n')[0]?.[1]).toBe('*p');
});

test('knows the keys of a place', () => {
  expect(knownKeys([])).toContain('services');
  expect(knownKeys(['services', 'a'])).toEqual(expect.arrayContaining(['image', 'healthcheck', 'deploy']));
  expect(knownKeys(['services', 'a', 'ports', '0'])).toContain('published');
  expect(knownKeys(['services', 'a', 'image'])).toEqual([]);
});
