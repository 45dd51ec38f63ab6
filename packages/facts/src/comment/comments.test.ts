import { textAt } from '@dockwarden-internal/syntax';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { commentsOf, firstWordOf, isTodo, reasonOf, suppressionsOf } from './comments.ts';
import { describedNames } from './described-names.ts';
import { faultsIn, faultsOf } from './faults.ts';
import { neighboursOf } from './neighbours.ts';

const comments = (text: string) => commentsOf(dockerfileOf(text));

test('directives come first and are comments too', () => {
  const found = comments(
    '# syntax=docker/dockerfile:1\n# check=skip=FromAsCasing // old\n# hello\nFROM a\nRUN a \\\n  # inside\n  b\n',
  );
  expect(found.map((each) => [each.directive?.name, textAt(each.place), each.node.line])).toEqual([
    ['syntax', '# syntax=docker/dockerfile:1', 1],
    ['check', '# check=skip=FromAsCasing // old', 2],
    [undefined, '# hello', 3],
    [undefined, '# inside', 6],
  ]);
  expect(found.map((each) => suppressionsOf(each).length)).toEqual([0, 1, 0, 0]);
  expect(reasonOf(found[1]!)).toBe('old');
});

test('reasons', () => {
  const reason = (comment: string) => reasonOf(comments(`FROM a\n${comment}\nRUN b\n`)[0]!);
  expect(reason('# dockwarden-ignore x/y -- legacy')).toBe('legacy');
  expect(reason('# dockwarden-ignore x/y')).toBeUndefined();
  expect(reason('# legacy -- this')).toBeUndefined();
});

test('words', () => {
  const [first, empty, todo] = comments('FROM a\n# base is the base\n#\n# Todo: mend\n');
  expect([first, empty].map((each) => firstWordOf(each!))).toEqual(['base', undefined]);
  expect([first, todo].map((each) => isTodo(each!))).toEqual([false, true]);
});

describe('what a comment describes', () => {
  const described = (text: string) => comments(text).map(describedNames);

  test.each([
    ['# base\nFROM a AS base\n', [['base']]],
    ['FROM a\n# X is\nARG X=1 Y\n', [['X', 'Y']]],
    ['# one\n# two\nFROM a AS base\n', [undefined, ['base']]],
  ])('%j: %j', (text, names) => {
    expect(described(text)).toEqual(names);
  });

  test.each([
    ['a stage without a name', '# base\nFROM a\n'],
    ['a blank line between', '# base\n\nFROM a AS base\n'],
    ['another instruction', 'FROM a\n# base\nRUN x\n'],
    ['a comment inside an instruction', 'FROM a\nRUN x \\\n# y\nARG X\n'],
    ['an empty comment', '#\nFROM a AS base\n'],
    ['a suppression', '# hadolint ignore=DL3006\nFROM a AS base\n'],
    ['a check', 'FROM a\n# check=skip=x\nARG X\n'],
    ['what a bot reads', 'FROM a\n# renovate: depName=x\nARG X\n'],
    ['a directive', '# syntax=x\nFROM a AS base\n'],
    ['a trigger', 'FROM a\n# x\nONBUILD ARG X\n'],
  ])('%s: nothing', (_, text) => {
    expect(described(text)).toEqual([undefined]);
  });
});

describe('faults', () => {
  test('of the file and of shell text, in order', () => {
    const dockerfile = dockerfileOf('FROM a\nRUN echo "a\nNOPE x\n');
    expect(faultsOf(dockerfile).map(({ tool, level, place }) => [tool, level, textAt(place)])).toEqual([
      ['shell', 'error', expect.any(String)],
      ['dockerfile', 'error', expect.stringContaining('NOPE')],
    ]);
    expect(faultsIn(instructionOf(dockerfile, 'run')).map(({ tool }) => tool)).toEqual(['shell']);
    expect(faultsIn(instructionOf(dockerfile, 'nope')).map(({ tool }) => tool)).toEqual(['dockerfile']);
  });

  test('in a heredoc', () => {
    const dockerfile = dockerfileOf('FROM a\nRUN <<EOF\nif true\nEOF\n');
    expect(faultsIn(instructionOf(dockerfile, 'run')).map(({ tool }) => tool)).toContain('shell');
  });

  test('none', () => {
    expect(faultsOf(dockerfileOf('FROM a\nRUN echo\n'))).toEqual([]);
  });
});

test('neighbours are on the lines directly above and below', () => {
  const found = comments('# one\n# two\nFROM a\n# three\n\n# four\n');
  const texts = found.map((comment) => neighboursOf(comment).map(({ node }) => node.text));
  expect(texts).toEqual([['two'], ['one'], [], []]);
});
