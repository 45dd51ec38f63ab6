import { expect, test } from '@jest/globals';
import { wantsColor } from './wants-color.ts';

test.each([
  [{}, false],
  [{ FORCE_COLOR: '1' }, true],
  [{ FORCE_COLOR: 'true' }, true],
  [{ FORCE_COLOR: '' }, true],
  [{ FORCE_COLOR: '0' }, false],
  [{ FORCE_COLOR: 'false' }, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '' }, true],
])('%j', (env, expected) => expect(wantsColor(env)).toBe(expected));
