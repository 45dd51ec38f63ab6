import { literalRun } from './literal-run.ts';
import { mayInsert } from './may-insert.ts';
import { parseShell } from './parse-shell.ts';

const last = (text: string) => parseShell(text, (start, end) => ({ start, end })).commands.at(-1)!;
const json = (...values: string[]) =>
  literalRun(values.map((value) => ({ value, span: { start: 0, end: value.length + 2 } }))).commands.at(-1)!;
const words = ' --yes && rm -rf /x/*';

test('plain text takes anything', () => {
  expect(mayInsert(last('a && b'), " '$X'")).toBe(true);
  expect(mayInsert(last('a "$(b)"'), " '$X'")).toBe(true);
});

test('a quoted script takes what needs no quoting', () => {
  for (const text of ['sh -c "b"', "sh -c 'b c'", 'eval "b"', 'sudo su x -c "b"']) {
    expect(mayInsert(last(text), words)).toBe(true);
    expect(mayInsert(last(text), ' "$X"')).toBe(false);
  }
  expect(mayInsert(json('sh', '-c', 'a b'), words)).toBe(true);
});

test('the strings of the exec form, bare words and decoded text take nothing', () => {
  expect(mayInsert(json('apt-get', 'install'), words)).toBe(false);
  expect(mayInsert(last('sh -c ls'), words)).toBe(false);
  expect(mayInsert(last("sh -c $'ls\\n'"), words)).toBe(false);
  expect(mayInsert(last('a `b \\`c\\``'), words)).toBe(false);
});
