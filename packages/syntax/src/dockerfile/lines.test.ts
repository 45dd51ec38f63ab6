import { expect, test } from '@jest/globals';
import { LINE_BYTES, nextLine, openLines } from './lines.ts';

function linesOf(text: string): string[] {
  const cursor = openLines(text);
  const lines: string[] = [];
  while (nextLine(cursor)) lines.push(text.slice(cursor.start, cursor.end));
  expect(cursor.line).toBe(lines.length);
  return lines;
}

test('ends lines at line feeds and drops the carriage returns before them', () => {
  expect(linesOf('a\r\nb\r\r\n\nc\rd')).toEqual(['a', 'b', '', 'c\rd']);
});

test('passes over one byte order mark', () => {
  expect(linesOf('\ufeff\ufeffa')).toEqual(['\ufeffa']);
  expect(linesOf('')).toEqual([]);
});

test('notes lines beyond the buffer of BuildKit, counted in bytes, once each', () => {
  const cursor = openLines(
    `${'é'.repeat(LINE_BYTES / 2)}\n${'a'.repeat(LINE_BYTES - 1)}\n${'😀'.repeat(LINE_BYTES / 4)}`,
  );
  const start = { ...cursor };
  while (nextLine(cursor));
  Object.assign(cursor, start);
  while (nextLine(cursor));
  expect(cursor.tooLong.map(({ start: from, end }) => end - from)).toEqual([LINE_BYTES / 2, LINE_BYTES / 2]);
});
