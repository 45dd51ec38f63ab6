import { readEnvFile } from './env-file.ts';

const read = (text: string, outside: Record<string, string> = {}) =>
  Object.fromEntries(readEnvFile(text, (name) => outside[name]));

test.each([
  ['A=1\nB=two words\n', { A: '1', B: 'two words' }],
  ['# comment\n\n  A = 1  # why\n', { A: '1' }],
  ['A=x#y\n', { A: 'x#y' }],
  ['export A=1\r\nB: yaml\r\n', { A: '1', B: 'yaml' }],
  ["A='$B ${B}'\nB='it\\'s'\n", { A: '$B ${B}', B: "it's" }],
  ['A="x\\n\\"y\\" \\$B"\n', { A: 'x\n"y" $B' }],
  ['A="two\nlines" # why\nB=1', { A: 'two\nlines', B: '1' }],
  ['A=a\nB=${A}b\nC="${A:-x}$B"\n', { A: 'a', B: 'ab', C: 'aab' }],
  ['A=\nB=${A:-d}\n', { A: '', B: 'd' }],
  ['\ufeffA=1\n', { A: '1' }],
  ['A\u00a0=\u00a01\u00a0\nB=2\ufeff', { A: '1', B: '2\ufeff' }],
  ['app.name-x=1\n', { 'app.name-x': '1' }],
])('%j', (text, values) => {
  expect(read(text)).toEqual(values);
});

test('what is set outside wins within values, and a bare name takes it', () => {
  expect(read('A=in\nB=$A\nC\nD\n', { A: 'out', C: 'c' })).toEqual({ A: 'in', B: 'out', C: 'c' });
});

test('a value that needs a variable without one is not known', () => {
  expect(read('A=${NONE}/x\nB=1\n')).toEqual({ B: '1' });
});

test.each(['A="open\nB=1\n', 'a b=1\nB=1\n', '$x=1\nB=1\n'])('%j cannot be read further', (text) => {
  expect(read(text)).toEqual({});
});
