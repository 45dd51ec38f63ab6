import type { BakeFile } from './bake-file.ts';
import type { BakePass } from './bake-pass.ts';
import { secondsIn } from './pass-results.ts';

const file = { names: new Map([['api', 'api']]) } as unknown as BakeFile;

function seconds(took: number, progress: { started?: number; ended?: number }) {
  return secondsIn({ followed: { target: () => progress }, seconds: took } as unknown as BakePass, file, 'api');
}

test('an image took from its first step to its last', () => {
  expect(seconds(9, { started: 1_000, ended: 3_500 })).toBe(2.5);
  expect(seconds(9, { started: 1_000 })).toBe(0);
});

test('a step that another build had begun before does not make the pass longer', () => {
  expect(seconds(9, { started: 1_000, ended: 143_400 })).toBe(9);
});
