import { nameWords } from './name-words.ts';

test.each([
  ['GIT_SHA', ['git', 'sha']],
  ['npmAuth_TOKEN', ['npm', 'auth', 'token']],
  ['LB_SHA256', ['lb', 'sha256']],
  ['HTTPServerPort', ['http', 'server', 'port']],
  ['npm_config_registry', ['npm', 'config', 'registry']],
  ['com.acme.key', ['com', 'acme', 'key']],
  ['__', []],
  ['', []],
])('nameWords(%s)', (name, words) => {
  expect(nameWords(name)).toEqual(words);
});
