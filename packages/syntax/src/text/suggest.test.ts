import { suggest, suggestScoped } from './suggest.ts';

test.each<[string, string[], string | undefined]>([
  ['apy', ['api', 'web'], 'api'],
  ['zebra', ['api', 'web'], undefined],
])('%s among %j: %s', (word, candidates, near) => expect(suggest(word, candidates)).toBe(near));

test.each<[string, string[], string | undefined]>([
  ['api', ['apy', '@acme/api'], '@acme/api'],
  ['apy', ['api', '@acme/web'], 'api'],
  ['zebra', ['@acme/api'], undefined],
])('%s, whose scope may be left out, among %j: %s', (word, names, near) =>
  expect(suggestScoped(word, names)).toBe(near),
);
