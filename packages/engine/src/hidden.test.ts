import { sourceText } from '@dockwarden-internal/syntax';
import { sentenceWithoutSecrets, wordsWithoutSecrets } from './hidden.ts';

const text = 'ENV A=one B=secret C="my pass"';
const source = sourceText('Dockerfile', text);
const at = (words: string) => ({
  source,
  span: { start: text.indexOf(words), end: text.indexOf(words) + words.length },
});
const masked = [at('secret'), at('"my pass"')];

test.each([
  ['A=one', 'A=one'],
  ['secret', 'B='],
  ['B=secret', 'B='],
  ['"my pass"', 'C='],
  [text, 'ENV A=one B= C='],
])('%j is remembered as %j', (words, kept) => expect(wordsWithoutSecrets(at(words), masked).trim()).toBe(kept));

test('masks of another file hide nothing', () =>
  expect(wordsWithoutSecrets(at('secret'), [{ source: sourceText('x', text), span: at('secret').span }])).toBe(
    'secret',
  ));

test('a sentence that repeats a secret is not remembered', () => {
  expect(sentenceWithoutSecrets('unknown word secret', masked)).toBe('');
  expect(sentenceWithoutSecrets('unknown word', masked)).toBe('unknown word');
});
