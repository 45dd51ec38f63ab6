import { expect, test } from '@jest/globals';
import { faultsOf, messagesOf, treeOf } from './testing.ts';

const keywords = (text: string) => treeOf(text).instructions.map((node) => node.keyword);

test('a redirect glued to the name: the hint gives the line as it was meant, and the rest is read', () => {
  const text = 'FROM a\nRUN cat <<EOF>/x\na\nEOF\nUSER b\n';
  expect(faultsOf(text)).toEqual([['syntax/heredoc-unterminated', '<<EOF>/x']]);
  expect(messagesOf(text)[0]).toContain('write <<EOF >/x');
  expect(keywords(text)).toEqual(['from', 'run', 'user']);
  expect(treeOf(text).instructions[1]!.heredocs[0]).toMatchObject({ name: 'EOF', content: 'a\n' });
});

test('a terminator with blanks around it', () => {
  const text = 'FROM a\nRUN <<EOF\na\n  EOF\nUSER b\n';
  expect(messagesOf(text)[0]).toContain('EOF in line 4 must stand alone');
  expect(keywords(text)).toEqual(['from', 'run', 'user']);
});

test('no terminator at all: the heredoc takes in the rest', () => {
  const text = 'FROM a\nRUN <<EOF\na\nUSER b\n';
  expect(faultsOf(text)).toEqual([['syntax/heredoc-unterminated', '<<EOF']]);
  expect(treeOf(text).instructions[1]).toMatchObject({ endLine: 4, heredocs: [{ content: 'a\nUSER b\n' }] });
});

test('many broken heredocs take no more than linear time', () => {
  const text = `FROM a\n${'RUN <<EOF)\nx\nEOF\n'.repeat(30_000)}`;
  const start = performance.now();
  expect(treeOf(text).faults.length).toBe(21);
  expect(performance.now() - start).toBeLessThan(60_000);
});
