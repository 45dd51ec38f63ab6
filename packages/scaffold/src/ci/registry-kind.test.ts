import { registryKind } from './registry-kind.ts';
import { shellWord } from './shell-word.ts';

test.each([
  ['ghcr.io', { kind: 'ghcr' }],
  [undefined, { kind: 'gitlab' }],
  ['123456789012.dkr.ecr.eu-west-1.amazonaws.com', { kind: 'aws', region: 'eu-west-1' }],
  ['123456789012.dkr-ecr.us-east-1.on.aws', { kind: 'aws', region: 'us-east-1' }],
  ['europe-west4-docker.pkg.dev', { kind: 'gcp' }],
  ['eu.gcr.io', { kind: 'gcp' }],
  ['acme.azurecr.io', { kind: 'azure', name: 'acme' }],
  ['notgcr.io', { kind: 'other' }],
  ['registry.acme.io:5000', { kind: 'other' }],
])('%s is %j', (host, kind) => {
  expect(registryKind(host)).toEqual(kind);
});

test.each([
  ['registry.acme.io:5000', 'registry.acme.io:5000'],
  ['a b', `'a b'`],
  ["it's", `'it'\\''s'`],
  ['', `''`],
])('%j is the word %s', (text, word) => {
  expect(shellWord(text)).toBe(word);
});
