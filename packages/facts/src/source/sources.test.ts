import { textAt } from '@dockwarden-internal/syntax';
import { unknown, unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { isArchive } from './archive.ts';
import { fromText, isLocal, remoteOf, sourcesOf, targetOf } from './sources.ts';
import { isWholeContext } from './whole-context.ts';

const copy = (text: string, keyword = 'copy') => instructionOf(dockerfileOf(text), keyword);
const paths = (text: string, keyword?: string) => sourcesOf(copy(text, keyword)).map(({ path }) => path);

describe('sources', () => {
  test('in shell form, cleaned, each at its word', () => {
    const instruction = copy('FROM a\nCOPY ./src/ /package.json lib/../x ../y . /app/\n');
    expect(sourcesOf(instruction).map(({ path }) => path)).toEqual(['src', 'package.json', 'x', 'y', '.']);
    expect(sourcesOf(instruction).map(({ text, place }) => [text, textAt(place)])[0]).toEqual(['./src/', './src/']);
    expect(targetOf(instruction)?.value).toBe('/app/');
  });

  test('in JSON form', () => {
    const [source] = sourcesOf(copy('FROM a\nCOPY ["a b", "/c d/"]\n'));
    expect(source).toMatchObject({ text: 'a b', path: 'a b' });
    expect(textAt(source!.place)).toBe('"a b"');
  });

  test('from a stage: absolute', () => {
    const instruction = copy('FROM a AS b\nFROM a\nCOPY --from=b app/dist /x ./\n');
    expect(sourcesOf(instruction).map(({ path }) => path)).toEqual(['/app/dist', '/x']);
    expect(fromText(instruction)).toBe('b');
    expect(sourcesOf(instruction).map(isLocal)).toEqual([false, false]);
  });

  test('variables', () => {
    expect(paths('FROM a\nARG APP=api\nCOPY apps/$APP/src ./\n')).toEqual(['apps/api/src']);
    expect(paths('FROM a\nARG APP\nCOPY apps/$APP/src ./\n')).toEqual([unresolved]);
  });

  test('Windows paths', () => {
    expect(paths('# escape=`\nFROM a\nCOPY src\\app C:\\app\n')).toEqual(['src/app']);
  });

  test('heredocs have no path', () => {
    const [body, file] = sourcesOf(copy('FROM a\nCOPY <<EOF x /y/\nhi\nEOF\n'));
    expect(body).toMatchObject({ heredoc: true, path: undefined });
    expect(file).toMatchObject({ heredoc: false, path: 'x' });
  });

  test('one word alone is neither source nor target', () => {
    const instruction = copy('FROM a\nCOPY package*.json./\n');
    expect(sourcesOf(instruction)).toEqual([]);
    expect(targetOf(instruction)).toBeUndefined();
  });

  test('other instructions have none', () => {
    expect(sourcesOf(copy('FROM a\nRUN cp a b\n', 'run'))).toEqual([]);
  });
});

test.each([
  ['https://x.org/a.tgz', 'url'],
  ['http://x.org/a', 'url'],
  ['https://github.com/a/b.git#main', 'git'],
  ['git@github.com:a/b.git', 'git'],
  ['git://x.org/a', 'git'],
  ['src', undefined],
  ['httpd.conf', undefined],
])('ADD %s fetches %s', (source, expected) => {
  expect(remoteOf(sourcesOf(copy(`FROM a\nADD ${source} /x\n`, 'add'))[0]!)).toBe(expected);
  expect(remoteOf(sourcesOf(copy(`FROM a\nCOPY ${source} /x\n`))[0]!)).toBeUndefined();
});

test('an address with a variable in it is still one', () => {
  const [source] = sourcesOf(copy('FROM a\nARG V\nADD "https://x.org/a-$V.tar.gz" /x\n', 'add'));
  expect(source!.path).toBe(unresolved);
  expect(remoteOf(source!)).toBe('url');
  expect(isArchive(source!)).toBe(true);
});

test.each([
  ['a.tar', true],
  ['a.tar.gz', true],
  ['a.TGZ', true],
  ['a.tbz2', true],
  ['a.txz', true],
  ['a.zip', false],
  ['a.target', false],
  ['tar', false],
  ['a.txt', false],
])('%s is an archive: %s', (name, expected) => {
  expect(isArchive(sourcesOf(copy(`FROM a\nCOPY ${name} /x\n`))[0]!)).toBe(expected);
});

const sum = (header: string) => [...header].reduce((all, each) => all + each.charCodeAt(0), 0);
const tar = (name: string, magic: string) => {
  const header = `${name.padEnd(148, '\0')}${' '.repeat(8)}${'\0'.repeat(101)}${magic}`.padEnd(512, '\0');
  return header.replace(' '.repeat(8), `${sum(header).toString(8).padStart(6, '0')}\0 `) + '\0'.repeat(512);
};

test.each([
  ['ADD a /x', tar('f', 'ustar\0'), true],
  ['ADD ./a /x', tar('f', 'ustar  \0'), true],
  ['ADD a* /x', tar('f', ''), true],
  ['ADD a /x', tar('f', '').replace('f', 'g'), false],
  ['ADD a /x', '#!/bin/sh\n', false],
  ['ADD a /x', '', false],
  ['ADD a /x', '\x1f\ufffd\b\0', unknown],
  ['ADD a /x', 'BZh91AY', unknown],
  ['COPY a /x', tar('f', 'ustar\0'), false],
  ['ADD b /x', tar('f', 'ustar\0'), false],
])('%s unpacks what the file begins with', (line, text, expected) => {
  const dockerfile = dockerfileOf(`FROM a\n${line}\n`, { files: { a: text } });
  expect(isArchive(sourcesOf(instructionOf(dockerfile, line.startsWith('ADD') ? 'add' : 'copy'))[0]!)).toBe(expected);
});

test.each([
  ['.', true],
  ['./', true],
  ['/', true],
  ['*', true],
  ['./*', true],
  ['**', true],
  ['src', false],
  ['*.js', false],
  ['$X', unresolved],
])('%s takes the whole context: %s', (source, expected) => {
  expect(isWholeContext(sourcesOf(copy(`FROM a\nARG X\nCOPY ${source} /x\n`))[0]!)).toBe(expected);
});

test('all of a stage is not the context', () => {
  expect(isWholeContext(sourcesOf(copy('FROM a AS b\nFROM a\nCOPY --from=b / /\n'))[0]!)).toBe(false);
});
