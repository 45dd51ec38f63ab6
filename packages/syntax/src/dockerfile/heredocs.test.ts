import { expect, test } from '@jest/globals';
import { cut, lastOf, treeOf } from './testing.ts';

test('a heredoc has its body, place and lines', () => {
  const text = 'FROM a\nRUN cat <<EOF > /x\none\n# two\nEOF\nUSER b\n';
  const node = treeOf(text).instructions[1]!;
  expect(node.heredocs).toEqual([
    { name: 'EOF', expand: true, chomp: false, fd: 0, bodySpan: { start: 26, end: 36 }, content: 'one\n# two\n' },
  ]);
  expect(cut(text, node.heredocs[0]!.bodySpan)).toBe('one\n# two\n');
  expect([node.line, node.endLine, cut(text, node.span)]).toEqual([2, 5, 'RUN cat <<EOF > /x']);
  expect(treeOf(text).instructions[2]!.keyword).toBe('user');
});

test('<<- drops tabs from the content and before the terminator', () => {
  expect(lastOf('RUN <<-EOF\n\ta\n\t\tb\n\tEOF\n').heredocs[0]).toMatchObject({ chomp: true, content: 'a\nb\n' });
});

test('those of an ONBUILD are its trigger’s too', () => {
  const node = lastOf('FROM a\nONBUILD RUN <<EOF\na\nEOF\n');
  expect(node.heredocs).toHaveLength(1);
  expect(node.trigger).toMatchObject({ heredocs: node.heredocs, endLine: 4 });
});

test('only RUN, COPY and ADD have them, and not in the JSON form', () => {
  for (const line of ['CMD cat <<EOF', 'ENV A=<<EOF', 'RUN ["<<EOF"]', 'ONBUILD CMD <<EOF']) {
    expect(treeOf(`FROM a\n${line}\nUSER x\n`).instructions.map((node) => node.heredocs.length)).toEqual([0, 0, 0]);
  }
});
