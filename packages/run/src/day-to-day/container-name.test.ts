import { containerName, distinctName, isContainerName } from './container-name.ts';

test.each([
  ['api', 'api'],
  ['@acme/api', 'acme-api'],
  ['a', 'a0'],
  ['api.v2', 'api.v2'],
])('%s is called %s', (image, name) => {
  expect(containerName(image)).toBe(name);
  expect(isContainerName(name)).toBe(true);
  expect(isContainerName(distinctName(image, '/w'))).toBe(true);
});

test.each(['', '-x', 'a b', 'a/b'])('%j is no name', (name) => {
  expect(isContainerName(name)).toBe(false);
});
