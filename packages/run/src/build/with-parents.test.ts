import { withParents } from './with-parents.ts';

const inputs = (parents: Readonly<Record<string, readonly string[]>>) =>
  new Map(
    Object.entries(parents).map(([name, on]) => [name, { parents: new Map(on.map((each) => [`ws/${each}`, each])) }]),
  );

test('parents come first, each once, whether they were asked for or not', () => {
  const known = inputs({ api: ['base', 'tools'], base: ['root'], tools: ['root'], root: [], other: [] });
  expect(withParents(['api', 'root'], known)).toEqual(['root', 'base', 'tools', 'api']);
});

test('a circle ends, and a name without inputs is kept', () => {
  expect(withParents(['a', 'gone'], inputs({ a: ['b'], b: ['a'] }))).toEqual(['b', 'a', 'gone']);
});
