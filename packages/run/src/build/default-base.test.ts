import { defaultBase } from './default-base.ts';

const base = (text?: string) => defaultBase({ fs: { read: () => text } as never });

test.each([
  [undefined, undefined],
  ['{}', 'main'],
  ['{ "defaultBase": "develop" }', 'develop'],
  ['{ "affected": { "defaultBase": "trunk" } }', 'trunk'],
  ['{\n  // comments and trailing commas are read by Nx, too\n  "defaultBase": "develop",\n}', 'develop'],
])('%j: %s', (text, expected) => expect(base(text)).toBe(expected));
