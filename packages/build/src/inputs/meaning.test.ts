import type { ImagesQuery } from '../images/images-query.ts';
import { inputsOfText } from '../testing/workspace-of.ts';
import { canonicalShell } from './canonical-shell.ts';

const meaning = (text: string, query?: Partial<ImagesQuery>) => inputsOfText(text, query).meaning;
const plain = 'FROM alpine AS a\nRUN make   all\nFROM alpine\nCOPY --from=a /x /y\nCMD ["x"]';

test.each([
  ['a comment', 'FROM alpine AS a\n# comment\nRUN make   all\nFROM alpine\nCOPY --from=a /x /y\nCMD ["x"]'],
  [
    'line breaks and blanks',
    'from   alpine   as a\nRUN make \\\n  # inside\n  all\n\nFROM alpine\nCOPY   --from=a  /x  /y\nCMD [ "x" ]',
  ],
  ['the name of a stage', 'FROM alpine AS b\nRUN make   all\nFROM alpine\nCOPY --from=b /x /y\nCMD ["x"]'],
  ['a number for it', 'FROM alpine\nRUN make   all\nFROM alpine\nCOPY --from=0 /x /y\nCMD ["x"]'],
  [
    'a stage that nothing asks for',
    'FROM x AS unused\nRUN y\nFROM alpine AS a\nRUN make all\nFROM alpine\nCOPY --from=a /x /y\nCMD ["x"]',
  ],
  ['a variable for a value', 'ARG B=alpine\nFROM $B AS a\nRUN make all\nFROM ${B}\nCOPY --from=a "/x" /y\nCMD ["x"]'],
  [
    'a check directive',
    '# check=skip=all\nFROM alpine AS a\nRUN make all\nFROM alpine\nCOPY --from=a /x /y\nCMD ["x"]',
  ],
])('%s changes nothing', (_, text) => expect(meaning(text)).toBe(meaning(plain)));

test.each([
  ['a command', 'FROM alpine AS a\nRUN make  al\nFROM alpine\nCOPY --from=a /x /y\nCMD ["x"]'],
  ['the order of sources', 'FROM alpine AS a\nRUN make all\nFROM alpine\nCOPY --from=a /y /x\nCMD ["x"]'],
  ['shell form', 'FROM alpine AS a\nRUN make all\nFROM alpine\nCOPY --from=a /x /y\nCMD x'],
  ['a flag', 'FROM alpine AS a\nRUN make all\nFROM alpine\nCOPY --from=a --chown=1 /x /y\nCMD ["x"]'],
  ['the escape directive', '# escape=`\nFROM alpine AS a\nRUN make all\nFROM alpine\nCOPY --from=a /x /y\nCMD ["x"]'],
  [
    'the syntax directive',
    '# syntax=docker/dockerfile:1\nFROM alpine AS a\nRUN make all\nFROM alpine\nCOPY --from=a /x /y\nCMD ["x"]',
  ],
  [
    'the platform',
    'FROM --platform=linux/arm64 alpine AS a\nRUN make all\nFROM alpine\nCOPY --from=a /x /y\nCMD ["x"]',
  ],
])('%s changes it', (_, text) => expect(meaning(text)).not.toBe(meaning(plain)));

test('the order of flags changes nothing', () => {
  const copy = (flags: string) => meaning(`FROM alpine\nCOPY ${flags} /x /y`);
  expect(copy('--link --chown=1 --chmod=644')).toBe(copy('--chmod=644 --chown=1 --link'));
});

test('the bodies of heredocs count, with how they are read', () => {
  const copy = (opening: string, body: string) => meaning(`FROM alpine\nCOPY ${opening} /x\n${body}\nEOF`);
  expect(copy('<<EOF', 'a')).not.toBe(copy('<<EOF', 'b'));
  expect(copy('<<EOF', '$A')).not.toBe(copy('<<"EOF"', '$A'));
  const run = (body: string) => meaning(`FROM alpine\nRUN <<EOF\n${body}\nEOF`);
  expect(run('echo  a')).not.toBe(run('echo a'));
});

test('a value that is given stands where the default does', () => {
  const text = (value: string) => `FROM alpine\nARG A=${value}\nCOPY $A /`;
  expect(meaning(text('x'), { config: { build: { args: { A: 'y' } } } })).toBe(meaning(text('y')));
});

test('the target counts, where the same stages are executed', () => {
  const dockerfile = 'FROM alpine AS a\nFROM a AS b';
  expect(meaning(dockerfile)).toContain('target stage:1');
});

test.each([
  ['a  b', 'a b'],
  ['  a\t b  ', 'a b'],
  ['echo "a  b"  \'c  d\'', 'echo "a  b" \'c  d\''],
  ['a\\  b', 'a\\  b'.replace('  ', '  ')],
  ['echo \\"  a', 'echo \\" a'],
  ['x ${A:-b  c}  d', 'x ${A:-b  c} d'],
  ['x ${A:-"b  }"  c}  d', 'x ${A:-"b  }"  c} d'],
  ["echo 'it\\'  b", "echo 'it\\' b"],
  ['a\n  b', 'a\n b'],
])('%j is set out as %j', (text, canonical) => expect(canonicalShell(text)).toBe(canonical));
