import { expect, test } from '@jest/globals';
import { cut, lastOf } from './testing.ts';

function flagsOf(line: string): unknown[] {
  const text = `FROM a\n${line}\n`;
  return lastOf(text).flags.map((flag) => [
    flag.name,
    flag.value,
    cut(text, flag.span),
    flag.valueSpan && cut(text, flag.valueSpan),
  ]);
}

test('flags end at the first other word', () => {
  expect(flagsOf('COPY --link --from=a --chown= b --chmod=1 c')).toEqual([
    ['--link', undefined, '--link', undefined],
    ['--from', 'a', '--from=a', 'a'],
    ['--chown', '', '--chown=', ''],
  ]);
});

test('quotes and escapes are read as BuildKit reads them', () => {
  expect(flagsOf('COPY --chown="a b" x y')).toEqual([['--chown', 'a b', '--chown="a b"', '"a b"']]);
  expect(flagsOf('COPY --"chown"=a\\ b x y')).toEqual([['--chown', 'a b', '--"chown"=a\\ b', 'a\\ b']]);
});

test('a lone -- ends the flags and is none', () => {
  expect(flagsOf('RUN --network=none -- --x ls')).toEqual([['--network', 'none', '--network=none', 'none']]);
  expect(lastOf('RUN -- --x').logical.text.slice(lastOf('RUN -- --x').argsStart)).toBe('--x');
});

test('a flag over two lines spans both and keeps the place of each character', () => {
  const text = 'FROM a\nCOPY --from=b\\\nc d e\n';
  const [flag] = lastOf(text).flags;
  expect(flag!.value).toBe('bc');
  expect(cut(text, flag!.valueSpan!)).toBe('b\\\nc');
  expect(flag!.valueOffsets!.map((offset) => text[offset])).toEqual(['b', 'c']);
});

test('beyond ASCII the value is garbled as in BuildKit, which stops in the middle of à', () => {
  expect(lastOf('RUN --mount=é ls').flags[0]!.value).toBe('Ã©');
  expect(lastOf('RUN --mount=à ls').flags[0]!.value).toBe('Ã');
});
