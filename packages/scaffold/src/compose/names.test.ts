import { composeName, serviceName, variablePrefix, verbatim } from './names.ts';

test.each([
  ['@acme/api', 'acme-api', 'api'],
  ['libs.shop/My.App', 'libs-shop-my-app', 'my-app'],
  ['---', 'app', 'app'],
  ['日本', 'app', 'app'],
  ['a'.repeat(80), 'a'.repeat(60), 'a'.repeat(60)],
])('%s', (name, project, service) => {
  expect([composeName(name), serviceName(name)]).toEqual([project, service]);
});

test('a variable begins with a letter or an underscore', () => {
  expect([variablePrefix('shop-api'), variablePrefix('2048')]).toEqual(['SHOP_API', '_2048']);
});

test('a dollar sign is doubled', () => {
  expect(verbatim('$X $$')).toBe('$$X $$$$');
});
