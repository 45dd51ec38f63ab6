import { expect, test } from '@jest/globals';
import { ciRefs, isPullRequest } from './ci-refs.ts';

test.each([
  [{}, {}],
  [
    { GITHUB_REF: 'refs/heads/main', GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch', GITHUB_HEAD_REF: '' },
    { branch: 'main' },
  ],
  [
    {
      GITHUB_REF: 'refs/pull/12/merge',
      GITHUB_REF_NAME: '12/merge',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_HEAD_REF: 'f/x',
    },
    { branch: 'f/x' },
  ],
  [{ GITHUB_REF: 'refs/pull/12/merge', GITHUB_REF_NAME: '12/merge', GITHUB_REF_TYPE: 'branch' }, {}],
  [{ GITHUB_REF: 'refs/tags/v1', GITHUB_REF_NAME: 'v1', GITHUB_REF_TYPE: 'tag' }, { tag: 'v1' }],
  [{ GITHUB_REF_NAME: 'v1', GITHUB_REF_TYPE: 'tag' }, { tag: 'v1' }],
  [{ CI_COMMIT_REF_NAME: 'main', CI_COMMIT_BRANCH: 'main' }, { branch: 'main' }],
  [{ CI_COMMIT_REF_NAME: 'f' }, { branch: 'f' }],
  [{ CI_COMMIT_REF_NAME: 'v1', CI_COMMIT_TAG: 'v1' }, { tag: 'v1' }],
  [{ CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'f', CI_COMMIT_REF_NAME: 'f' }, { branch: 'f' }],
  [{ BUILD_SOURCEBRANCH: 'refs/heads/release/1' }, { branch: 'release/1' }],
  [{ BUILD_SOURCEBRANCH: 'refs/pull/1/merge', SYSTEM_PULLREQUEST_SOURCEBRANCH: 'refs/heads/f' }, { branch: 'f' }],
])('%j is %j', (environment, wanted) => {
  expect(ciRefs(environment)).toEqual(wanted);
});

test.each([
  [{}, false],
  [{ GITHUB_REF: 'refs/heads/main', GITHUB_HEAD_REF: '', GITHUB_EVENT_NAME: 'push' }, false],
  [{ GITHUB_HEAD_REF: 'main', GITHUB_EVENT_NAME: 'pull_request_target' }, true],
  [{ GITHUB_REF: 'refs/pull/12/merge' }, true],
  [{ GITHUB_EVENT_NAME: 'pull_request' }, true],
  [{ CI_MERGE_REQUEST_IID: '4', CI_COMMIT_REF_NAME: 'main' }, true],
  [{ BUILD_SOURCEBRANCH: 'refs/pull/1/merge' }, true],
  [{ CHANGE_ID: '7', BRANCH_NAME: 'PR-7' }, true],
  [{ BITBUCKET_PR_ID: '7', BITBUCKET_BRANCH: 'main' }, true],
  [{ BUILDKITE_PULL_REQUEST: 'false', BUILDKITE_BRANCH: 'main' }, false],
  [{ BUILDKITE_PULL_REQUEST: '7', BUILDKITE_BRANCH: 'main' }, true],
])('%j is of a pull request: %j', (environment, wanted) => {
  expect(isPullRequest(environment)).toBe(wanted);
});
