import { expect, test } from '@jest/globals';
import { fromTokenFree, tokenFree } from './token-free-path.ts';

test.each(['{projectName}/Dockerfile', '%{x}', '%7B', '%257B/{workspaceRoot}', '%25', 'a%2{b', '100%/Dockerfile'])(
  '%s has no token, and comes back',
  (path) => {
    expect(tokenFree(path)).not.toContain('{');
    expect(fromTokenFree(tokenFree(path))).toBe(path);
  },
);

test.each(['apps/api/Dockerfile', '100%/Dockerfile', 'a}b'])('%s stays as it is', (path) => {
  expect(tokenFree(path)).toBe(path);
});
