import { expect, test } from '@jest/globals';
import { sayOnce } from './say-once.ts';

test('a sentence is said once', () => {
  const said: string[] = [];
  for (const sentence of ['One.', 'Two.', 'One.']) sayOnce(sentence, (text) => void said.push(text));
  expect(said).toEqual(['One.\n', 'Two.\n']);
});
