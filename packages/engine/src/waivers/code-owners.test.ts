import { codeOwners } from './code-owners.ts';

test.each([
  ['* @acme/platform\n', ['@acme/platform']],
  ['# @nobody\n/a/ @One two@acme.io # @three\n', ['@One', 'two@acme.io']],
  ['/packages/@acme/ui @acme/web\n', ['@acme/web']],
  ['/with\\ blank/ @a\r\n/b @c\r\n', ['@a', '@c']],
  ['[Docs][2] @docs @@maintainer\n/docs/\n^[Ops] @ops\n*.tf @cloud\n', ['@docs', '@@maintainer', '@ops', '@cloud']],
  ['/nobody/\n\n', []],
])('%j names %j', (text, owners) => expect([...codeOwners(text).values()]).toEqual(owners));

test('owners are found in any case', () => expect(codeOwners('* @Acme/Platform').has('@acme/platform')).toBe(true));
