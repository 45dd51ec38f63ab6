import { unresolved } from '../kernel/unsure.ts';
import { serviceOf } from '../testing/compose-of.ts';
import { isRotated, loggingOf } from './logging.ts';

test.each([
  ['{ driver: json-file }', false],
  ['{ driver: json-file, options: { max-file: "3" } }', false],
  ['{ driver: json-file, options: { max-size: 10m } }', true],
  ['{ options: { max-size: 10m } }', true],
  ['{ options: { max-size: "-1" } }', false],
  ['{ options: { max-size: "$SIZE" } }', unresolved],
  ['{ driver: local }', true],
  ['{ driver: none }', true],
  ['{ driver: syslog }', true],
  ['{ driver: "$DRIVER" }', unresolved],
])('%s: %p', (logging, expected) => {
  expect(isRotated(loggingOf(serviceOf(`image: x\nlogging: ${logging}`))!)).toBe(expected);
});

test('none is absent', () => expect(loggingOf(serviceOf('image: x'))).toBeUndefined());
