import { textAt } from '@dockwarden-internal/syntax';
import { at, type Located } from '../located.ts';
import { memoryFiles, memoryModel } from '../oracle/memory-project.ts';
import { readText } from '../read/service.ts';
import { loadModel, resources } from './model.ts';

const place = (value: Located | undefined) => value && `${value.place.source.path}: ${textAt(value.place)}`;

test('each value keeps the place in the file that set it', () => {
  const model = memoryModel(
    {
      'compose.yaml': 'services:\n  web:\n    image: nginx:1\n    environment: { A: 1, B: 2 }\n    ports: ["80:80"]\n',
      'compose.prod.yaml': 'services:\n  web:\n    image: nginx:2\n    environment: [B=3]\n    ports: ["443:443"]\n',
    },
    { paths: ['compose.yaml', 'compose.prod.yaml'] },
  );
  const web = model.services[0]!;
  expect(`${web.place.source.path}: ${textAt(web.place)}`).toBe('compose.yaml: web');
  expect(place(at(web.value, 'image'))).toBe('compose.prod.yaml: nginx:2');
  expect(place(at(web.value, 'environment', 'A'))).toBe('compose.yaml: 1');
  expect(place(at(web.value, 'environment', 'B'))).toBe('compose.prod.yaml: 3');
  const ports = at(web.value, 'ports');
  expect(ports?.kind === 'list' && ports.items.map(place)).toEqual([
    'compose.yaml: "80:80"',
    'compose.prod.yaml: "443:443"',
  ]);
  expect(model.files.map((source) => source.path)).toEqual(['compose.yaml', 'compose.prod.yaml']);
});

test('what an edit would change elsewhere too cannot be fixed here', () => {
  const model = memoryModel({
    'compose.yaml':
      'x-e: &e { A: 1 }\nx-s: &s { user: root }\nservices:\n  base: { image: b, hostname: h }\n  own: { image: o, user: u }\n  alias: { image: a, environment: *e }\n  merged: { <<: *s, image: m }\n  extending: { extends: base, image: e }\n',
  });
  const fixable = (name: string, ...path: string[]) =>
    at(model.services.find((each) => each.name === name)?.value, ...path)?.fixable;
  expect(fixable('own', 'user')).toBe(true);
  expect(fixable('alias', 'environment')).toBe(false);
  expect(fixable('alias', 'environment', 'A')).toBe(false);
  expect(fixable('merged', 'user')).toBe(false);
  expect(fixable('merged', 'image')).toBe(true);
  expect(fixable('extending', 'hostname')).toBe(false);
  expect(fixable('extending', 'image')).toBe(true);
});

test('a variable without value is unresolved, one of the .env is not', () => {
  const model = memoryModel({
    'a/compose.yaml': 'services: { s: { image: "x:${TAG}", user: "${U:-0}", hostname: "$H" } }\n',
    'a/.env': 'TAG=1\n',
  });
  const [s] = model.services;
  expect(readText(s!, 'image')?.value).toBe('x:1');
  expect(readText(s!, 'user')?.value).toBe('0');
  expect(readText(s!, 'hostname')?.text).toBe('$H');
  expect(typeof readText(s!, 'hostname')?.value).toBe('symbol');
  expect([...model.reads].sort()).toEqual(['a/.env', 'a/compose.yaml']);
});

test.each([
  ['services: { s: { image: "x:${T" } }\n', 'compose/interpolation'],
  ['services: { s: { image: x, ports: ["80:http"] } }\n', 'compose/port'],
  ['services: { s: { image: x, ports: ["localhost:80:80"] } }\n', 'compose/port'],
  ['services: { s: { image: x, ports: ["80:80:80"] } }\n', 'compose/port'],
  ['services: { s: { image: x, ports: ["80:80/xyz"] } }\n', 'compose/port'],
  ['services: { s: { image: x, ports: [{ published: 80 }] } }\n', 'compose/port'],
  ['services: { s: { image: x, ports: [{ target: 80, host_ip: localhost }] } }\n', 'compose/port'],
  ['services: { s: { image: x, environment: ["A =1"] } }\n', 'compose/variable'],
  ['services: { s: { build: { context: ., args: ["A =b"] } } }\n', 'compose/variable'],
  ['services: { s: { image: x, volumes: [":/x"] } }\n', 'compose/volume'],
  ['services: { s: { image: x, extra_hosts: [a] } }\n', 'compose/extra-host'],
  ['services: { s: { image: x, devices: ["a:b:c:d"] } }\n', 'compose/device'],
  ['services: { s: { extends: s } }\n', 'compose/extends-circle'],
  ['services: { s: { extends: t } }\n', 'compose/extends-service'],
  ['services: { s: { extends: { file: f.yaml, service: t } } }\n', 'compose/extends-file'],
  ['include: [f.yaml]\n', 'compose/include-file'],
  ['include: [compose.yaml]\n', 'compose/include-circle'],
  ['include: [{ path: other.yaml, env_file: no.env }]\n', 'compose/include-env-file'],
  ['services: [s]\n', 'compose/section'],
  ['[s]\n', 'compose/root'],
  ['services: { s: { image: x }, s: { image: y } }\n', 'compose/yaml-duplicate-key'],
])('%j has the fault %s', (text, code) => {
  const model = memoryModel({ 'compose.yaml': text, 'other.yaml': 'services: { o: { image: o } }\n' });
  expect(model.faults.map((fault) => fault.code)).toContain(code);
});

test.each([
  ['"80:80"', '{ target: 80, published: "80", mode: host }', 1],
  ['"80:80"', '{ target: 80, published: 80, mode: host }', 2],
  ['{ target: 80, published: 80 }', '{ target: 80, published: 80, mode: host }', 1],
])('the port %s and %s over it make %i', (base, over, count) => {
  const files = {
    'compose.yaml': `services: { s: { ports: [${base}] } }\n`,
    'b.yaml': `services: { s: { ports: [${over}] } }\n`,
  };
  const ports = at(memoryModel(files, { paths: Object.keys(files) }).root, 'services', 's', 'ports');
  expect(ports?.kind === 'list' && ports.items).toHaveLength(count);
});

test.each([
  'ports: ["127.0.0.1:80:80", "[::1]:81:80/TCP", ":82:80", "${IP}:80:80/${P}", "${IP:-0.0.0.0}:83:80/sctp"]',
  'ports: [{ target: 80, host_ip: "${IP}", protocol: xyz }]',
  'environment: { "A ": 1 }, labels: ["A =1"]',
])('%s is fine', (lines) =>
  expect(memoryModel({ 'compose.yaml': `services: { s: { image: x, ${lines} } }\n` }).faults).toEqual([]),
);

test('overriding a map with a list is a fault at the list', () => {
  const files = {
    'compose.yaml': 'services: { s: { healthcheck: { retries: 1 } } }\n',
    'b.yaml': 'services: { s: { healthcheck: [a] } }\n',
  };
  const [fault] = memoryModel(files, { paths: ['compose.yaml', 'b.yaml'] }).faults;
  expect([fault?.code, textAt(fault!.place)]).toEqual(['compose/merge', '[a]']);
});

test('what is here and included too is merged over the included one, an earlier include over a later one', () => {
  const model = memoryModel({
    'compose.yaml': `
include: [a.yaml, b.yaml]
services:
  i: { image: own, environment: [B=2], cap_add: !override [C] }
  x: { extends: i }
  y: { extends: j }
volumes: { v: { labels: { b: 2 } } }
`,
    'a.yaml': `
services: { i: { image: a, environment: [A=1, B=1], cap_add: [A] }, j: { extends: k }, k: { image: k } }
volumes: { v: { labels: { a: 1 } } }
`,
    'b.yaml': 'services: { i: { image: b, environment: [C=1, A=0], restart: always } }\n',
  });
  expect(model.faults).toEqual([]);
  const values = (map: Located | undefined) =>
    map?.kind === 'map' && Object.fromEntries([...map.entries].map(([key, { value }]) => [key, textAt(value.place)]));
  for (const name of ['i', 'x']) {
    const service = at(model.root, 'services', name);
    expect(values(service)).toMatchObject({ image: 'own', restart: 'always', cap_add: '[C]' });
    expect(values(at(service, 'environment'))).toEqual({ A: '1', B: '2', C: '1' });
  }
  expect(place(at(model.root, 'services', 'y', 'image'))).toBe('a.yaml: k');
  expect(values(at(model.root, 'volumes', 'v', 'labels'))).toEqual({ a: '1', b: '2' });
});

test('of a file of several documents all are merged before a service of it is extended', () => {
  const model = memoryModel({
    'compose.yaml':
      'services: { a: { extends: { file: b.yaml, service: b } }, d: { extends: { file: b.yaml, service: c } } }\n',
    'b.yaml': `
services: { b: { image: one, environment: [A=1], cap_add: [A], ports: ["80:80"] } }
---
services: { b: { environment: [B=2], cap_add: !override [B], ports: ["80:80"] }, c: { extends: b, image: two } }
`,
  });
  expect(model.faults).toEqual([]);
  const read = (name: string, ...path: string[]) => at(model.root, 'services', name, ...path);
  expect(place(read('a', 'image'))).toBe('b.yaml: one');
  expect([place(read('a', 'environment', 'A')), place(read('a', 'environment', 'B'))]).toEqual([
    'b.yaml: 1',
    'b.yaml: 2',
  ]);
  expect(place(read('a', 'cap_add'))).toBe('b.yaml: [B]');
  expect(read('a', 'ports')).toMatchObject({ items: [{}] });
  expect(place(read('d', 'environment', 'A'))).toBe('b.yaml: 1');
});

test('a service to extend may lie in an include that cannot be read', () => {
  const text = 'include: ["oci://example.com/x"]\nservices: { a: { extends: b } }\n';
  expect(memoryModel({ 'compose.yaml': text }).faults).toEqual([]);
});

test('what cannot be read leaves the model open', () => {
  expect(memoryModel({ 'compose.yaml': 'include: ["oci://example.com/x"]\n' })).toMatchObject({
    open: true,
    faults: [],
  });
  expect(memoryModel({ 'compose.yaml': 'include: ["${DIR}/x.yaml"]\n' })).toMatchObject({ open: true, faults: [] });
  expect(memoryModel({ 'compose.yaml': 'include: [../x.yaml]\n' }).open).toBe(true);
  expect(memoryModel({ 'compose.yaml': 'services: { s: { extends: "${S}" } }\n' }).open).toBe(true);
  expect(memoryModel({ 'compose.yaml': 'services: { s: { image: x } }\n' }).open).toBe(false);
});

test('a file out of the root is noted; an address is none', () => {
  const outside = (text: string) => {
    const { faults, open, ...model } = memoryModel({ 'a/compose.yaml': text });
    expect([faults, open]).toEqual([[], true]);
    return model.outside.map(({ place }) => textAt(place));
  };
  expect(outside('include: [../../x.yaml]\n')).toEqual(['../../x.yaml']);
  expect(outside('include: [{ path: [/etc/x.yaml, ~/y.yaml] }]\n')).toEqual(['/etc/x.yaml', '~/y.yaml']);
  expect(outside('services: { s: { extends: { file: ../../x.yaml, service: x } } }\n')).toEqual(['../../x.yaml']);
  for (const address of ['oci://a.b/c', 'git@a.b:c/d.git', 'https://a.b/c.git', 'github.com/a/b.git', '${X}/x.yaml']) {
    expect(outside(`include: ["${address}"]\n`)).toEqual([]);
    expect(outside(`services: { s: { extends: { file: "${address}", service: x } } }\n`)).toEqual([]);
  }
});

test('paths start from the folder of the file that writes them', () => {
  const model = memoryModel(
    {
      'apps/compose.yaml':
        'include: [../lib/compose.yaml]\nservices: { s: { extends: { file: ../base/b.yaml, service: b } } }\n',
      'lib/compose.yaml': 'services: { l: { build: ./x } }\n',
      'base/b.yaml': 'services: { b: { build: ./y } }\n',
    },
    { paths: ['apps/compose.yaml'] },
  );
  const folders = model.services.map((service) => [service.name, at(service.value, 'build', 'context')?.folder]);
  expect(Object.fromEntries(folders)).toEqual({ s: 'base', l: 'lib' });
});

test('environment: the configuration, then the file, then its name', () => {
  const load = (text: string, request: object) => memoryModel({ 'compose.yaml': text }, request).environment;
  const said = 'x-dockwarden: { environment: production }\nservices: {}\n';
  expect(load('services: {}\n', {})).toBeUndefined();
  expect(load('services: {}\n', { environment: 'development' })).toBe('development');
  expect(load(said, { environment: 'development' })).toBe('production');
  expect(load(said, { environment: 'development', environmentFrom: 'configuration' })).toBe('development');
  expect(load('x-dockwarden: { environment: other }\nservices: {}\n', {})).toBeUndefined();
});

test('top-level resources', () => {
  const model = memoryModel({ 'compose.yaml': 'services: {}\nvolumes: { v: , w: { external: { name: x } } }\n' });
  expect(resources(model, 'volumes').map((entry) => entry.key)).toEqual(['v', 'w']);
  expect(resources(model, 'networks')).toEqual([]);
  expect(at(model.root, 'volumes', 'w', 'name')).toMatchObject({ value: 'x' });
});

test('extends and ranges stay within their bounds', () => {
  const environment = Array.from({ length: 5000 }, (_, i) => `A${i}: 1`).join(', ');
  const services = Array.from({ length: 1000 }, (_, i) => `  s${i}: { extends: b }`).join('\n');
  const model = memoryModel({ 'compose.yaml': `services:\n  b: { environment: { ${environment} } }\n${services}\n` });
  expect(model.open).toBe(true);
  const ports = Array.from({ length: 1000 }, () => '"1-200:1-200"').join(', ');
  const many = memoryModel({ 'compose.yaml': `services: { s: { ports: [${ports}] } }\n` });
  expect(many.faults).toEqual([]);
});

test('missing and empty files', () => {
  expect(loadModel({ paths: ['none.yaml'], files: memoryFiles({}) })).toMatchObject({
    services: [],
    faults: [],
    root: undefined,
  });
  expect(memoryModel({ 'compose.yaml': '' })).toMatchObject({ services: [], faults: [] });
});

test('what is extended from another folder: a build without a context is that of the project, what is said twice is said once', () => {
  const model = memoryModel({
    'compose.yaml': `services:
  a:
    extends: { file: sub/base.yaml, service: b }
    post_start: [{ command: [c] }]
    security_opt: [s, t]
    volumes: ["./b:/a"]
    develop: { watch: [{ path: src, action: rebuild }] }
`,
    'sub/base.yaml': `services:
  b:
    build: { target: t }
    post_start: [{ command: [c] }]
    security_opt: [s]
    volumes: ["./b:/a"]
    develop: { watch: [{ path: src, action: rebuild }] }
`,
  });
  const service = model.services[0]!.value;
  expect(at(service, 'build')?.folder).toBe('.');
  const lengths = [['post_start'], ['security_opt'], ['develop', 'watch']].map((path) => {
    const list = at(service, ...path);
    return list?.kind === 'list' ? list.items.length : undefined;
  });
  expect(lengths).toEqual([1, 2, 2]);
  const volumes = at(service, 'volumes');
  expect(volumes?.kind === 'list' && volumes.items.map((item) => at(item, 'source')?.folder)).toEqual(['.']);
});
