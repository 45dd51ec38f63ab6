import { expect, test } from '@jest/globals';
import { checkMountField, type Mount } from './mount-field.ts';

const field = (name: string, value?: string) => ({ text: name, name, value, span: { start: 0, end: 0 } });

test('the type is kept, in lower case, or as unknown', () => {
  const mount: Mount = { type: 'bind', set: new Map() };
  expect(checkMountField(mount, field('type', 'Cache'), 'Cache')).toBeUndefined();
  expect(mount.type).toBe('cache');
  checkMountField(mount, field('type', '$T'), undefined);
  expect(mount.type).toBeUndefined();
});

test('what hangs on the type is left alone where that is unknown', () => {
  const mount: Mount = { type: undefined, set: new Map() };
  expect(checkMountField(mount, field('required'), undefined)).toBeUndefined();
  expect(checkMountField(mount, field('size', '1m'), '1m')).toBeUndefined();
});
