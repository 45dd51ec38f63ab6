import { discriminatorOf } from './discriminator.ts';

const terms = { curl: { name: 'curl' }, deep: { is: 'curl' }, ring: { is: 'ring' }, any: { any: [{ name: 'a' }] } };
const values = (where: unknown, kind: 'command' | 'stage' = 'command') => {
  const found = discriminatorOf(kind, where, terms);
  return found && [...found.values];
};

test.each([
  [{ name: 'apt' }, ['apt']],
  [{ name: ['apt', 'apk'], subcommand: 'install' }, ['apt', 'apk']],
  [{ is: 'curl' }, ['curl']],
  [{ is: 'deep' }, ['curl']],
  [{ program: 'pip', subcommand: 'install' }, ['pip']],
  [{ program: 'pip', name: 'python' }, ['python']],
  [{ name: { oneOf: ['apt'] } }, undefined],
  [{ name: { not: 'apt' } }, undefined],
  [{ not: { name: 'apt' } }, undefined],
  [{ any: [{ name: 'apt' }] }, undefined],
  [{ is: 'any' }, undefined],
  [{ is: 'ring' }, undefined],
  [{ is: 'toString' }, undefined],
  [undefined, undefined],
])('%j', (where, expected) => expect(values(where)).toEqual(expected));

test('kinds that are not sorted have none', () => expect(values({ name: 'x' }, 'stage')).toBeUndefined());
