import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { faultAliases, faultsByAlias } from './fault-aliases.ts';
import { faultsOf } from './faults.ts';

test.each([
  ['LABEL a=b\nFROM c\n', 'hadolint:DL3061'],
  ['LABEL a=b\n', 'hadolint:DL3061'],
  ['FROM a\nONBUILD FROM b\n', 'hadolint:DL3043'],
  ['FROM a\nONBUILD ONBUILD RUN b\n', 'hadolint:DL3043'],
  ['FROM a\nEXPOSE 70000\n', 'hadolint:DL3011'],
  ['FROM a\nEXPOSE http\n', 'hadolint:DL1000'],
  ['FROM a\nRUMM b\n', 'hadolint:DL1000'],
  ['FROM a\nCOPY b\n', 'hadolint:DL1000'],
  ['FROM a b\n', 'hadolint:DL1000'],
])('%j is %s', (text, alias) => {
  expect(faultsOf(dockerfileOf(text)).flatMap(({ aliases }) => aliases)).toContain(alias);
});

test('a code of which nothing else is known is the parser’s', () => {
  expect(faultAliases('syntax/whatever')).toEqual(['hadolint:DL1000']);
  expect(faultAliases('constructor')).toEqual(['hadolint:DL1000']);
});

test('faults by the names that other tools have for them', () => {
  const { byAlias, others } = faultsByAlias();
  expect(byAlias.get('hadolint:DL3061')).toEqual(['syntax/before-from', 'syntax/no-from']);
  expect(byAlias.get(others)).toContain('syntax/port');
});
