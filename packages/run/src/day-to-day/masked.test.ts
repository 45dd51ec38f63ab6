import { masked } from './masked.ts';

test.each([
  ['API_TOKEN', 'x', '•••'],
  ['API_TOKEN', '', ''],
  ['NODE_ENV', 'production', 'production'],
  ['DATABASE_URL', 'postgres://u:hunter2@db/x', 'postgres://u:•••@db/x'],
  ['DATABASE_URL', 'postgres://u@db/x', 'postgres://u@db/x'],
])('%s=%s is shown as %s', (name, value, shown) => {
  expect(masked(name, value)).toBe(shown);
});
