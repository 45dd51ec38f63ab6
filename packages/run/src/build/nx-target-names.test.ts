import { nxTargetNames } from './nx-target-names.ts';

const usual = { build: 'docker-build', push: 'docker-push' };

test.each([
  [undefined, usual],
  ['{}', usual],
  ['{"plugins":["@dockwarden/nx"]}', usual],
  ['{"plugins":{"plugin":"@dockwarden/nx"}}', usual],
  ['{"plugins":[{"plugin":"@nx/js","options":{"buildTargetName":"b"}}]}', usual],
  ['{"plugins":[{"plugin":"@dockwarden/nx","options":{"buildTargetName":3,"pushTargetName":""}}]}', usual],
  [
    '{"plugins":["@nx/js",{"plugin":"@dockwarden/nx","options":{"buildTargetName":"image"}}]}',
    { build: 'image', push: 'docker-push' },
  ],
  [
    '{"plugins":[{"plugin":"@dockwarden/nx","options":{"buildTargetName":"image","pushTargetName":"publish"}}]}',
    { build: 'image', push: 'publish' },
  ],
])('%j', (text, expected) => expect(nxTargetNames({ fs: { read: () => text } as never })).toEqual(expected));
