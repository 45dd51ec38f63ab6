import { sourceText } from '@dockwarden-internal/syntax';
import { expect, test } from '@jest/globals';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { stopOnProblems } from './stop-on-problems.ts';

test('nothing wrong stops nothing', () => {
  expect(() => stopOnProblems(createTreeWithEmptyWorkspace(), [])).not.toThrow();
});

test('says where, what is wrong and what to do, each on its own', () => {
  const source = sourceText('dockwarden.yaml', 'dockwarden: config/v1\nextnds: x\n');
  const place = { source, span: { start: 22, end: 28 } };
  const wrong = { code: 'config/unknown-key', message: '`extnds` is no key of this file', exit: 2 as const };
  const stop = () =>
    stopOnProblems(createTreeWithEmptyWorkspace(), [{ ...wrong, hint: 'did you mean `extends`?', place }]);
  expect(stop).toThrow(/^ *dockwarden\.yaml:2:1 `extnds` is no key of this file$/m);
  expect(stop).toThrow(/^ *did you mean `extends`\?$/m);
});
