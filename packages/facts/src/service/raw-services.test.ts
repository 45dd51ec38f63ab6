import { worldOf } from '../testing/compose-of.ts';
import { composeComments } from './compose-comments.ts';
import { keysOf, membersOf, rawServicesOf } from './raw-services.ts';

const file = (text: string) => worldOf({ 'compose.yaml': text }).composeFiles[0]!;

test('services and keys as written, merge keys among them', () => {
  const written = file(`x-base: &base { image: x, tty: true }
services:
  b: { <<: *base, ports: [] }
  a: *base
  c:
`);
  const services = rawServicesOf(written);
  expect(services.map(({ name }) => name)).toEqual(['b', 'a']);
  expect(services.map((service) => keysOf(written, service.map).map(({ name }) => name))).toEqual([
    ['<<', 'ports'],
    [],
  ]);
});

test.each([
  ['ports: ["127.0.0.1:8080:80", 443, "90:91/udp", { target: 82 }, "${A:-1:2}:83"]', '8080,443,90,82,${A:-1:2}'],
  ['environment: [B=1, A, "C=x=y"]', 'B,A,C'],
  ['environment: { B: 1, A: }', 'B,A'],
  ['volumes: [./b:/b, { type: bind, source: ./a, target: /a }]', './b:/b,/a'],
  ['depends_on: [b, a]', 'b,a'],
])('what members of %s are ordered by', (line, expected) => {
  const written = file(`services: { a: { image: x, ${line} } }`);
  const [service] = rawServicesOf(written);
  const members = membersOf(written, service!.map, line.split(':', 1)[0]!);
  expect(members?.map(({ name }) => name).join()).toBe(expected);
});

test('no members of what is absent, empty, or stands elsewhere', () => {
  const written = file('x-p: &p [1]\nservices: { a: { image: x, ports: *p, expose: } }');
  const { map } = rawServicesOf(written)[0]!;
  expect(['ports', 'expose', 'volumes'].map((key) => membersOf(written, map, key))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('comments', () => {
  const found = composeComments(file('# one\nservices: # two\n  a: { image: x }\n'));
  expect(found.map(({ node }) => [node.text, node.line])).toEqual([
    ['one', 1],
    ['two', 2],
  ]);
});
