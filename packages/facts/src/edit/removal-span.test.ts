import { sourceText } from '@dockwarden-internal/syntax';
import { removalSpan } from './removal-span.ts';

function removed(text: string, words: string): string {
  const start = text.indexOf(words);
  const span = removalSpan({ source: sourceText('Dockerfile', text), span: { start, end: start + words.length } });
  return text.slice(0, span.start) + text.slice(span.end);
}

test.each([
  ['a\nRUN b\nc\n', 'RUN b', 'a\nc\n'],
  ['a\r\nRUN b\r\nc\r\n', 'RUN b', 'a\r\nc\r\n'],
  ['a\nRUN b', 'RUN b', 'a\n'],
  ['RUN b\na\n', 'RUN b', 'a\n'],
  ['\uFEFFRUN b\na\n', 'RUN b', '\uFEFFa\n'],
  ['\nRUN b\na\n', 'RUN b', '\na\n'],
  ['RUN a \\\n  b\nc\n', 'RUN a \\\n  b', 'c\n'],
  ['FROM --platform=x a\n', '--platform=x', 'FROM a\n'],
  ['FROM\t--x a\n', '--x', 'FROM\t a\n'],
])('%j without %j', (text, words, expected) => expect(removed(text, words)).toBe(expected));

test('an empty line within an instruction goes alone', () => {
  const text = 'RUN a && \\\n\n  b\n';
  const span = removalSpan({ source: sourceText('Dockerfile', text), span: { start: 11, end: 11 } });
  expect(span).toEqual({ start: 11, end: 12 });
});

test('the last line of an instruction takes the continuation before it along', () => {
  expect(removed('RUN a \\\n  b \\\n  c\nUSER 1\n', 'c')).toBe('RUN a \\\n  b\nUSER 1\n');
  expect(removed('RUN a `\r\n  c\r\nUSER 1\r\n', 'c')).toBe('RUN a\r\nUSER 1\r\n');
  expect(removed('RUN a \\\n  c', 'c')).toBe('RUN a');
  expect(removed('RUN a \\\n  b \\\n  c\n', 'b')).toBe('RUN a \\\n  \\\n  c\n');
});
