import { textAt } from '@dockwarden-internal/syntax';
import { unresolved } from '../kernel/unsure.ts';
import { serviceOf } from '../testing/compose-of.ts';
import { tmpfsOf, volumesOf, writableOf } from './service-mounts.ts';

const service = serviceOf(
  'image: x\ntmpfs: [/run, "/ro:ro"]\nvolumes:\n  - ./src:/src\n  - "db:/db:ro"\n  - "cache:/c:${MODE}"\n  - { type: tmpfs, target: /t }\n  - "${DIR}:/d"\n  - { type: bind, source: ., target: /p, bind: { propagation: rshared } }',
);

test('volumes', () => {
  expect(volumesOf(service).map(({ type, source, target, readOnly }) => [type, source, target, readOnly])).toEqual([
    ['bind', './src', '/src', false],
    ['volume', 'db', '/db', true],
    ['volume', 'cache', '/c', unresolved],
    ['tmpfs', undefined, '/t', false],
    [unresolved, unresolved, '/d', false],
    ['bind', '.', '/p', false],
  ]);
  expect(textAt(volumesOf(service)[1]!.sourcePlace!)).toBe('db');
  expect(volumesOf(service).at(-1)!.options.get('propagation')).toBe('rshared');
});

test('temporary file systems, from either key', () => {
  expect(tmpfsOf(service).map(({ target, readOnly }) => [target, readOnly])).toEqual([
    ['/run', false],
    ['/ro', true],
    ['/t', false],
  ]);
});

test('what can be written to, or may be', () => {
  expect(writableOf(service).map(({ target }) => target)).toEqual(['/run', '/t', '/src', '/c', '/d', '/p']);
});
