import { textAt } from '@dockwarden-internal/syntax';
import { contextOf } from '../context/context-of.ts';
import type { Context, PatternLine } from '../model/context.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { readFact } from '../testing/read-fact.ts';
import { contextKind } from './context.ts';
import { ignoreKind } from './ignore.ts';
import { ignorePatternKind } from './ignore-pattern.ts';
import { sourceKind } from './source.ts';

const context = (files: Record<string, string>) =>
  contextOf(dockerfileOf('FROM a\nCOPY src dist ./\nCOPY . .\n', { files })) as Context;

test('a context stands on the first line of its Dockerfile', () => {
  const found = context({});
  expect(textAt(contextKind.place(found)!)).toBe('FROM a');
  expect(readFact(contextKind, found, 'directory')).toBe('.');
  expect(readFact(contextKind, found, 'copiesRoot')).toBe(true);
  expect(readFact(contextKind, found, 'ignore')).toBeUndefined();
  expect(readFact(contextKind, found, 'project')).toBeUndefined();
});

test('its ignore file stands on its own first line', () => {
  const ignore = readFact(contextKind, context({ '.dockerignore': '\n.git\n' }), 'ignore') as never;
  expect(textAt(ignoreKind.place(ignore)!)).toBe('.git');
  expect(readFact(ignoreKind, ignore, 'path')).toBe('.dockerignore');
});

test('an empty ignore file has a place too', () => {
  const ignore = readFact(contextKind, context({ '.dockerignore': '' }), 'ignore') as never;
  expect(ignoreKind.place(ignore)!.span).toEqual({ start: 0, end: 0 });
});

test('patterns', () => {
  const ignore = readFact(contextKind, context({ '.dockerignore': 'dist\n../x\n!dist\nsrc\n' }), 'ignore') as never;
  const patterns = readFact(ignoreKind, ignore, 'patterns') as PatternLine[];
  const rows = patterns.map((line) => [
    ...['text', 'negated', 'canMatch'].map((property) => readFact(ignorePatternKind, line, property)),
    (readFact(ignorePatternKind, line, 'undoneBy') as PatternLine | undefined)?.pattern.text,
  ]);
  expect(rows).toEqual([
    ['dist', false, true, '!dist'],
    ['../x', false, false, undefined],
    ['!dist', true, true, undefined],
    ['src', false, true, undefined],
  ]);
  expect(readFact(ignorePatternKind, patterns[0]!, 'file')).toBe(ignore);
});

test('sources know the line that hides them', () => {
  const [src, dist] = readFact(contextKind, context({ '.dockerignore': '# x\ndist\n' }), 'sources') as never[];
  expect(readFact(sourceKind, src!, 'ignored')).toBe(false);
  expect(readFact(sourceKind, src!, 'ignoredBy')).toBeUndefined();
  expect(readFact(sourceKind, dist!, 'ignored')).toBe(true);
  expect(textAt((readFact(sourceKind, dist!, 'ignoredBy') as PatternLine).place)).toBe('dist');
});

test('what Docker would refuse in an ignore file', () => {
  const faults = (text: string) => {
    const ignore = readFact(contextKind, context({ '.dockerignore': text }), 'ignore') as never;
    return readFact(ignoreKind, ignore, 'faults');
  };
  expect(faults('src\n[a\n!\n')).toMatchObject([
    { tool: 'ignore', code: 'syntax/ignore-pattern-malformed' },
    { tool: 'ignore', code: 'syntax/ignore-lone-negation' },
  ]);
  expect(faults('src\n')).toEqual([]);
});
