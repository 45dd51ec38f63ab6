import { MASK, maskExpansions } from './mask.ts';

test.each([
  ['a$b=c', 'a__=c'],
  ['${x:-a=b}=1', '_________=1'],
  ['$(a $(b))c', '_________c'],
  ['`a`b', '___b'],
  ['a${b', 'a___'],
  ['$1$@x', '__' + '__x'],
  ['a$', 'a$'],
  ['plain', 'plain'],
])('%s', (text, masked) => {
  expect(maskExpansions(text).replaceAll(MASK, '_')).toBe(masked);
});
