import { positionAt, sourceText } from '@dockwarden-internal/syntax';
import { expect, test } from '@jest/globals';
import { loadBaseline } from './load-baseline.ts';

const said = (text: string) =>
  loadBaseline(sourceText('b.json', text)).diagnostics.map(({ message, hint, place }) => [
    place && positionAt(place.source, place.span.start).line,
    message,
    hint,
  ]);

const again = 'remove it, and write it again: dockwarden baseline';

test('what a merge has left is said as such, where it begins', () => {
  const text = '{\n  "dockwarden": "baseline/v1",\n<<<<<<< HEAD\n  "findings": {}\n=======\n>>>>>>> other\n}\n';
  expect(said(text)).toEqual([
    [3, 'a merge has left two sides here', 'take one side of it whole, then: dockwarden baseline'],
  ]);
});

test.each([
  ['no JSON', 'dockwarden: baseline/v1\nfindings: {}\n', 'the baseline is no JSON'],
  ['without findings', '{ "dockwarden": "baseline/v1" }', '`findings` is missing'],
  ['no map', 'xx', 'the file is text, but must be a map'],
])('one that is %s has to go before another is written', (_, text, message) => {
  expect(said(text)).toEqual([[1, message, again]]);
});
