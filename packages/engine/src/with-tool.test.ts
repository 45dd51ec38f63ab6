import { withTool } from './with-tool.ts';

const names = ['image/tagged', 'hadolint:DL3008', 'buildkit:JSONArgsRecommended'];

test.each([
  ['DL3008', 'hadolint:DL3008'],
  ['jsonargsrecommended', 'buildkit:JSONArgsRecommended'],
  ['3008', undefined],
  ['tagged', undefined],
  ['image/tagged', undefined],
])('%s', (word, name) => {
  expect(withTool(word, names)).toBe(name);
});
