/** What a CI system says of the ref that it builds; a checkout there is usually of a bare commit. */
export interface CiRefs {
  readonly branch?: string;
  readonly tag?: string;
}

/** Variables that name a branch, the more telling first: for a pull request its own branch, not the one that it goes into. */
const BRANCH_VARIABLES = [
  'GITHUB_HEAD_REF',
  'CI_MERGE_REQUEST_SOURCE_BRANCH_NAME',
  'CI_COMMIT_BRANCH',
  'SYSTEM_PULLREQUEST_SOURCEBRANCH',
  'CHANGE_BRANCH',
  'BITBUCKET_BRANCH',
  'CIRCLE_BRANCH',
  'BUILDKITE_BRANCH',
  'BRANCH_NAME',
];

const TAG_VARIABLES = ['CI_COMMIT_TAG', 'BITBUCKET_TAG', 'CIRCLE_TAG', 'BUILDKITE_TAG', 'TAG_NAME'];

/** Reads the environment of GitHub Actions, GitLab CI, Azure Pipelines, Jenkins, Bitbucket, CircleCI and Buildkite. */
export function ciRefs(environment: Readonly<Record<string, string | undefined>>): CiRefs {
  const first = (names: readonly string[]) => names.map((name) => environment[name]).find(Boolean);
  const whole = [environment['GITHUB_REF'], environment['BUILD_SOURCEBRANCH']].filter((ref) => ref !== undefined);
  const tag = first(TAG_VARIABLES) ?? strip(whole, 'refs/tags/') ?? named(environment, 'tag');
  if (tag !== undefined) return { tag };
  const branch = first(BRANCH_VARIABLES) ?? strip(whole, 'refs/heads/') ?? named(environment, 'branch');
  return branch === undefined ? {} : { branch: branch.replace(/^refs\/heads\//, '') };
}

/** GitHub's short name stands for `12/merge` in a pull request, which is neither; GitLab's for either. */
function named(environment: Readonly<Record<string, string | undefined>>, type: 'branch' | 'tag'): string | undefined {
  const { GITHUB_REF_NAME: github, GITHUB_REF_TYPE: githubType, CI_COMMIT_REF_NAME: gitlab } = environment;
  if (github && githubType === type && !/^\d+\/merge$/.test(github)) return github;
  return type === 'branch' && gitlab ? gitlab : undefined;
}

function strip(refs: readonly string[], start: string): string | undefined {
  return refs.find((ref) => ref.startsWith(start) && ref.length > start.length)?.slice(start.length);
}

/** Variables that say that a run is of a pull request, whose author chooses the name of its branch: `main` is as good as any. */
const PULL_REQUEST_VARIABLES = [
  'GITHUB_HEAD_REF',
  'CI_MERGE_REQUEST_IID',
  'SYSTEM_PULLREQUEST_PULLREQUESTID',
  'CHANGE_ID',
  'BITBUCKET_PR_ID',
  'CIRCLE_PULL_REQUEST',
  'BUILDKITE_PULL_REQUEST',
];

/** True where CI runs on what somebody proposes, not on what the repository holds. */
export function isPullRequest(environment: Readonly<Record<string, string | undefined>>): boolean {
  const isSet = (name: string) => ![undefined, '', 'false'].includes(environment[name]);
  const { GITHUB_EVENT_NAME: event = '', GITHUB_REF: ref = '', BUILD_SOURCEBRANCH: azure = '' } = environment;
  return (
    PULL_REQUEST_VARIABLES.some(isSet) ||
    event.startsWith('pull_request') ||
    [ref, azure].some((each) => each.startsWith('refs/pull/'))
  );
}
