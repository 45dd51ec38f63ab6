import { lintFiles } from '../testing/lint-files.ts';
import { noWget } from '../testing/policies.ts';
import { type ChangeRules, changeBaseline } from './change-baseline.ts';

const lint = (...urls: string[]) => lintFiles(`FROM x\n${urls.map((url) => `RUN wget ${url}\n`).join('')}`, [noWget]);
const rules: ChangeRules = { locked: new Set(), acceptNew: false };
const first = changeBaseline(undefined, lint('a', 'b'), rules).known;

test('the first takes in everything, sorted', () => {
  const prints = first['test/wget']!['Dockerfile']!;
  expect(prints).toHaveLength(2);
  expect(prints).toEqual([...prints].sort());
});

test('then it shrinks', () => {
  const { known, count, gone, fresh } = changeBaseline(first, lint('a'), rules);
  expect([count, gone, fresh]).toEqual([1, 1, []]);
  expect(changeBaseline(known, [], rules)).toEqual({ known: {}, count: 0, gone: 1, fresh: [] });
});

test('and does not grow unless it is told to', () => {
  const refused = changeBaseline(first, lint('a', 'b', 'c'), rules);
  expect([refused.known, refused.count, refused.fresh.length]).toEqual([first, 2, 1]);
  const taken = changeBaseline(first, lint('a', 'b', 'c'), { ...rules, acceptNew: true });
  expect([taken.count, taken.gone, taken.fresh.length]).toEqual([3, 0, 1]);
});

test('what could not be seen is not gone', () => {
  const known = { ...first, 'shellcheck:SC2086': { Dockerfile: ['0'.repeat(32)] } };
  const isUnseen = (id: string) => id.startsWith('shellcheck:');
  expect(changeBaseline(known, lint('a', 'b'), { ...rules, isUnseen })).toMatchObject({ count: 3, gone: 0, known });
  expect(changeBaseline(known, lint('a', 'b'), rules)).toMatchObject({ count: 2, gone: 1 });
});
