import fc from 'fast-check';
import { closures } from './closure.ts';

test('closures follow rings once, and leave out what is no project', () => {
  const direct = new Map([
    ['a', ['b', 'x']],
    ['b', ['c', 'a']],
    ['c', ['c']],
    ['d', []],
  ]);
  expect(Object.fromEntries(closures(direct))).toEqual({ a: ['b', 'c'], b: ['a', 'c'], c: [], d: [] });
});

test('a closure holds the closures of what it holds', () => {
  const graph = fc.dictionary(fc.constantFrom(...'abcdef'), fc.array(fc.constantFrom(...'abcdef')));
  fc.assert(
    fc.property(graph, (edges) => {
      const direct = new Map(Object.entries(edges));
      const found = closures(direct);
      for (const [name, closure] of found) {
        expect(closure).not.toContain(name);
        for (const other of closure)
          for (const next of found.get(other)!) if (next !== name) expect(closure).toContain(next);
        for (const next of direct.get(name)!) if (next !== name && direct.has(next)) expect(closure).toContain(next);
      }
    }),
  );
});

test('a long chain takes no time', () => {
  const direct = new Map(Array.from({ length: 2000 }, (_, i) => [`p${i}`, [`p${i + 1}`]]));
  const start = performance.now();
  expect(closures(direct).get('p0')).toHaveLength(1999);
  expect(performance.now() - start).toBeLessThan(60_000);
});
