import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { clearExtracted } from './clear-extracted.ts';

test('takes away what an earlier extraction left, and nothing else', () => {
  const root = temporaryWorkspace({
    'dist/extract/api/old': '',
    'dist/extract/web/old': '',
    'dist/app/kept': '',
    'src/api/kept': '',
  });
  clearExtracted(root, undefined, [{ images: ['api', '..', '../app', '.', '', '../../src'] }]);
  expect(existsSync(join(root, 'dist/extract/api'))).toBe(false);
  expect(existsSync(join(root, 'dist/extract/web/old'))).toBe(true);
  clearExtracted(root, 'src', [{ images: ['api'] }]);
  expect(existsSync(join(root, 'src/api/kept'))).toBe(true);
  expect(existsSync(join(root, 'dist/app/kept'))).toBe(true);
});
