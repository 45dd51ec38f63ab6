import { expect, test } from '@jest/globals';
import { temporaryWorkspace, writeFiles } from '../testing/temporary-workspace.ts';
import { readEnds, rememberEnds } from './remembered-ends.ts';

test('what was remembered is read again; what cannot be read is nothing', () => {
  const root = temporaryWorkspace({});
  const none = { suppressions: [], waivers: [] };
  expect(readEnds(root)).toEqual(none);
  const ends = { suppressions: ['2027-02-28'], waivers: ['2026-12-31'] };
  rememberEnds(root, ends);
  expect(readEnds(root)).toEqual(ends);
  writeFiles(root, { '.nx/workspace-data/dockwarden-ends.json': '{ "waivers": 3' });
  expect(readEnds(root)).toEqual(none);
});
