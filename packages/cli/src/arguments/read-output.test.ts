import { readOutput } from './read-output.ts';

test.each([
  [undefined, undefined],
  ['oci', { type: 'oci', folder: 'dist/docker' }],
  ['local=out', { type: 'local', folder: 'out' }],
  ['tar=a=b', { type: 'tar', folder: 'a=b' }],
  ['local=', { fault: '--output needs a folder behind =' }],
  ['docker', { fault: '--output is oci, local or tar, with =FOLDER if you like, not "docker"' }],
  ['=out', { fault: '--output is oci, local or tar, with =FOLDER if you like, not "=out"' }],
])('%s', (word, expected) => expect(readOutput(word)).toEqual(expected));
