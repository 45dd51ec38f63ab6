import { expect, test } from '@jest/globals';
import { cut, faultsOf, treeOf } from './testing.ts';

const text = '#  Syntax = docker/dockerfile:1 \r\n# escape=`\nFROM a\n# check=skip=all\n';

test('reads directives with their places, until the first line that is none', () => {
  const { directives, escape: escapeChar, comments } = treeOf(text);
  expect(
    directives.map(({ name, value, span, valueSpan }) => [name, value, cut(text, span), cut(text, valueSpan)]),
  ).toEqual([
    ['syntax', 'docker/dockerfile:1', '#  Syntax = docker/dockerfile:1', 'docker/dockerfile:1'],
    ['escape', '`', '# escape=`', '`'],
  ]);
  expect(escapeChar).toBe('`');
  expect(comments.map((comment) => comment.text)).toEqual(['check=skip=all']);
});

test('an unknown directive is a comment and ends them', () => {
  const { directives, comments } = treeOf('# see https://x/?a=b\n# escape=`\nFROM a\n');
  expect(directives).toEqual([]);
  expect(comments.length).toBe(2);
});

test('faults: twice the same, and a strange escape character', () => {
  expect(faultsOf('# syntax=a\n# syntax=b\nFROM a\n')).toEqual([['syntax/duplicate-directive', '# syntax=b']]);
  expect(faultsOf('# escape=x\nFROM a\n')).toEqual([['syntax/escape-directive', 'x']]);
  expect(treeOf('# escape=x\nFROM a\n').escape).toBe('\\');
});

test('a long run of blanks takes no longer than its length', () => {
  expect(treeOf(`# syntax=a${' '.repeat(60_000)}b\nFROM a\n`).directives[0]!.value).toHaveLength(60_002);
});
