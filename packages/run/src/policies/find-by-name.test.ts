import type { PolicyDocument } from '@dockwarden-internal/policy';
import { faultsNamed, findByName, search } from './find-by-name.ts';

const document = (id: string, more: object): PolicyDocument =>
  ({ id, title: `the promise of ${id}`, why: 'because', ...more }) as unknown as PolicyDocument;

const documents = [
  document('image/non-root', {
    aliases: ['hadolint:DL3002', 'trivy:DS-0002', 'semgrep:missing-user', 'checkov:CKV_DOCKER_3'],
  }),
  document('packages/lean', {
    checks: {
      lists: { aliases: ['hadolint:DL3009'] },
      extras: { aliases: ['kics:7384dfb2-fcd1-4fbf-91cd-6c44c318c33c', 'hadolint:DL3015'] },
    },
  }),
  document('style/stage-name', { aliases: ['buildkit:StageNameCasing'], why: 'Stages are read by people.' }),
];
const ids = (found: readonly PolicyDocument[]) => found.map(({ id }) => id);

test.each([
  ['image/non-root', ['image/non-root']],
  ['packages/lean/lists', ['packages/lean']],
  ['packages/lean/nothing', []],
  ['hadolint:DL3009', ['packages/lean']],
  ['dl3009', ['packages/lean']],
  ['CKV_DOCKER_3', ['image/non-root']],
  ['AVD-DS-0002', ['image/non-root']],
  ['DS002', ['image/non-root']],
  ['DS-0002', ['image/non-root']],
  ['trivy:DS002', ['image/non-root']],
  ['dockerfile.security.missing-user.missing-user', ['image/non-root']],
  ['7384DFB2-fcd1-4fbf-91cd-6c44c318c33c', ['packages/lean']],
  ['StageNameCasing', ['style/stage-name']],
  ['hadolint:StageNameCasing', []],
  ['DL300', []],
])('%s names %j', (word, expected) => expect(ids(findByName(word, documents))).toEqual(expected));

test.each([
  ['DL30', ['image/non-root', 'packages/lean']],
  ['DS002', ['image/non-root']],
  ['Promise of style', ['style/stage-name']],
  ['read by', ['style/stage-name']],
  ['nowhere', []],
])('a search for %s', (text, expected) => expect(ids(search(text, documents))).toEqual(expected));

test('faults of the parser have names too', () => {
  const codes = ['syntax/before-from', 'syntax/no-from'];
  expect(faultsNamed('dl3061')).toEqual([{ alias: 'hadolint:DL3061', codes }]);
  expect(faultsNamed('DL3008')).toEqual([]);
});
