import type { PolicyDocument } from '../document.ts';
import { unusedWords } from './unused-words.ts';

const x = { description: 'X.', type: 'string', default: '' } as const;
const said = (part: Partial<PolicyDocument>) => unusedWords(part as PolicyDocument).map(({ message }) => message);

test.each<[Partial<PolicyDocument>]>([
  [{ forbid: { name: { param: 'x' } } }],
  [{ where: { any: [{ 'params.x': true }] } }],
  [{ checks: { a: { require: { ports: { count: { atMost: { param: 'x' } } } } } } }],
  [{ message: 'more than {{params.x | list}}' }],
  [{ fix: { replace: 'value', with: '{{ params.x }}' } }],
  [{ terms: { t: { name: { param: 'x' } } }, unless: { not: { is: 't' } } }],
])('used: %j', (part) => expect(said({ params: { x }, ...part })).toEqual([]));

test('a parameter and a term that nothing says', () => {
  expect(said({ params: { x, xs: x }, terms: { t: { name: 'x' } }, forbid: { name: { param: 'xs' } } })).toEqual([
    'nothing uses the parameter `x`',
    'nothing uses the term `t`',
  ]);
  const examples = { good: [], bad: [{ params: { x: '' }, message: '{{ params.x }}' }] };
  expect(said({ params: { x }, forbid: { name: 'x' }, examples })).toEqual(['nothing uses the parameter `x`']);
});
