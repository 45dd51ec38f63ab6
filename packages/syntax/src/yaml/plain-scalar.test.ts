import { exactInteger, plainValue } from './plain-scalar.ts';

test.each([
  ['', null],
  ['~', null],
  ['NULL', null],
  ['True', true],
  ['FALSE', false],
  ['80', 80],
  ['-7', -7],
  ['0440', 0o440],
  ['0o440', 0o440],
  ['0x1F', 31],
  ['0b101', 5],
  ['1_000', 1000],
  ['089', 89],
  ['1.10', 1.1],
  ['.5', 0.5],
  ['1e3', 1000],
  ['.inf', Number.POSITIVE_INFINITY],
  ['-.INF', Number.NEGATIVE_INFINITY],
  ['.nan', Number.NaN],
] as const)('%j means %p', (text, value) => {
  expect(plainValue(text)).toBe(value);
});

test.each([
  'yes',
  'on',
  'off',
  'n',
  '22:22',
  '2024-01-01',
  'nUll',
  '.',
  '-',
  '+',
  '1.2.3',
  '0x',
  '1e',
  '--5',
  '<<',
  '0o8',
])('%j is text', (text) => {
  expect(plainValue(text)).toBe(text);
});

test('integers beyond 2^53 are exact', () => {
  expect(exactInteger('9223372036854775807')).toBe(9223372036854775807n);
  expect(exactInteger('-010')).toBe(-8n);
  expect(exactInteger('1.0')).toBeUndefined();
});
