import { CONTENT_LABEL, DIRTY_LABEL, hasContent } from './label-names.ts';

const labels = (content: string, more: readonly (readonly [string, string])[] = []) =>
  new Map([[CONTENT_LABEL, content], ...more]);

test.each([
  ['the wanted one', labels('a'), 'a', true],
  ['another one', labels('b'), 'a', false],
  ['none', new Map(), 'a', false],
  ['none, where none is wanted', new Map(), undefined, false],
  ['the wanted one, from files as they were committed', labels('a', [[DIRTY_LABEL, 'false']]), 'a', true],
  ['the wanted one, from files that no commit holds', labels('a', [[DIRTY_LABEL, 'true']]), 'a', false],
])('content of an image: %s', (_, found, wanted, expected) => expect(hasContent(found, wanted)).toBe(expected));
