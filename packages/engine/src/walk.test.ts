import { lintFiles } from './testing/lint-files.ts';
import { said } from './testing/said.ts';

const report = (on: string, where: Record<string, unknown>) =>
  lintFiles('FROM debian\nARG X\nRUN $X a && apt-get b\nRUN apt c\nENV P=1 Q=2\n', [
    { id: 'test/it', on, where, forbid: { self: { exists: true } } },
  ]).map(said);

test('a check meets the subjects that it asks for, and no other', () => {
  expect(report('command', { name: ['apt', 'apt-get'] })).toEqual(['3 test/it "apt-get b"', '4 test/it "apt c"']);
  expect(report('command', { program: 'apt' })).toEqual(['4 test/it "apt c"']);
  expect(report('run', { keyword: 'run' })).toEqual(['3 test/it "RUN $X a && apt-get b"', '4 test/it "RUN apt c"']);
  expect(report('variable', { declaredBy: 'env' })).toEqual(['5 test/it "P=1"', '5 test/it "Q=2"']);
});

test('a subject whose name cannot be known meets only the checks that do not ask for one', () => {
  expect(report('command', { name: '$X' })).toEqual([]);
  expect(report('command', { text: { startsWith: '$X' } })).toEqual(['3 test/it "$X a"']);
});

test('a kind that a file has no facts of is passed over', () => expect(report('service', { name: 'x' })).toEqual([]));
