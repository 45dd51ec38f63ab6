import { expect, test } from '@jest/globals';
import { readImageOptions } from './read-image-options.ts';

test('keeps what speaks of the image and leaves options of the task alone', () => {
  const raw = { target: 'prod', args: { PORT: 80 }, images: ['api'], dryRun: true };
  expect(readImageOptions(raw)).toEqual({ options: { target: 'prod', args: { PORT: 80 } } });
});

test('says what is wrong with a value', () => {
  expect(readImageOptions({ tags: 'latest' })).toEqual({ fault: '`tags` is text, but must be a list' });
  expect(readImageOptions({ provenance: 'some' })).toEqual({
    fault: '`provenance` is "some", but must be "off" or "min" or "max"',
  });
});
