import { operatorFault, operatorsOf } from './operators.ts';

test('a type knows the operators that can hold for it', () => {
  expect(operatorsOf('string')).toEqual(['equals', 'not', 'exists', 'oneOf', 'matches', 'glob', 'startsWith', 'under']);
  expect(operatorsOf('size')).toEqual(['equals', 'not', 'exists', 'oneOf', 'atLeast', 'atMost']);
  expect(operatorsOf('boolean')).toEqual(['equals', 'not', 'exists', 'oneOf']);
  expect(operatorsOf('version')).toEqual(expect.arrayContaining(['glob', 'atLeast']));
});

test.each([
  ['has', 'string', '`has` is for collections, and this is text'],
  ['atLeast', 'string', '`atLeast` is for numbers, sizes, durations and versions, and this is text'],
  ['glob', 'port', '`glob` is for text, and this is a port'],
  ['matchs', 'string', '`matchs` is no operator, and this is text'],
] as const)('%s of a %s', (word, type, message) => expect(operatorFault(word, type)!.message).toBe(message));

test('only operators of the type are proposed', () => {
  expect(operatorFault('has', 'string')!.hint).toBe(
    'operators: equals, not, exists, oneOf, matches, glob, startsWith, under',
  );
  expect(operatorFault('matchs', 'string')!.hint).toBe('did you mean `matches`?');
  expect(operatorFault('glob', 'string')).toBeUndefined();
});
