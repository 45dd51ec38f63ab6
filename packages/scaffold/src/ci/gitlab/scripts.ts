/** Where jobs leave what they have to say until they end: not in the checkout, where an image that copies all of it would read it. */
export const REPORTS = '/tmp/containers';

/** Where GitLab finds it. */
export const KEPT = '.containers';

export const KEEP_REPORTS = `mkdir -p ${KEPT}
if [ -d ${REPORTS} ]; then cp ${REPORTS}/* ${KEPT}/; fi`;

/**
 * Where the change begins. Of a merge request: the branch that it goes into, or where its own left. Of a push: the commit that the last pipeline that
 * succeeded has pushed, so that one that failed leaves no gap; the commit before the push would, and is all zeros for a new branch. Where there is none,
 * or it may not be asked for, everything is affected. Source: GitLab, "Predefined CI/CD variables reference", "Job artifacts API".
 */
export const FIND_BASE = `NX_BASE=
if [ -n "\${CI_MERGE_REQUEST_IID:-}" ]; then
  NX_BASE=\${CI_MERGE_REQUEST_TARGET_BRANCH_SHA:-\${CI_MERGE_REQUEST_DIFF_BASE_SHA:-}}
else
  NX_BASE=$(wget -q -O - --header "JOB-TOKEN: $CI_JOB_TOKEN" "$CI_API_V4_URL/projects/$CI_PROJECT_ID/jobs/artifacts/$PUSHED_BRANCH/raw/${KEPT}/pushed?job=$PUSH_JOB") || NX_BASE=
  git merge-base --is-ancestor "$NX_BASE" HEAD 2> /dev/null || NX_BASE=
fi
export NX_BASE
NX_HEAD=$(git rev-parse HEAD)
export NX_HEAD
echo "base: \${NX_BASE:-none, so that everything is affected}"`;

/** For the next pipeline to begin at. */
export const NOTE_PUSHED = `mkdir -p ${REPORTS}
git rev-parse HEAD > ${REPORTS}/pushed`;

/**
 * A builder of its own, in the Docker that runs beside the job. A context has to be made first: buildx takes no TLS settings from the environment.
 * Source: GitLab, "Use Docker to build Docker images"; docker buildx create.
 */
export const MAKE_BUILDER = `docker context create containers
docker buildx create --use --name containers containers`;

/** The change as a merge request of its own, made by the push itself. Source: GitLab, "Push options". */
export const PROPOSE = `if git diff --quiet; then
  echo 'Nothing moved.'
  exit 0
fi
git config user.name 'containers'
git config user.email "containers@$CI_SERVER_HOST"
git switch -C containers/renew
git commit --all --message 'Renew base images and packages'
if [ -n "\${CONTAINERS_TOKEN:-}" ]; then user=oauth2; else user=gitlab-ci-token; fi
export GIT_USER="$user" GIT_PASSWORD="\${CONTAINERS_TOKEN:-$CI_JOB_TOKEN}"
git -c credential.helper= -c credential.helper='!f() { echo "username=$GIT_USER"; echo "password=$GIT_PASSWORD"; }; f' \\
  push --force -o merge_request.create -o merge_request.remove_source_branch \\
  "$CI_PROJECT_URL.git" HEAD:refs/heads/containers/renew`;

/** The share of one of the jobs that run in parallel; `command` takes the name in `PART`. */
export function shareOf(list: string, command: string): string {
  return `parts=$(${list} | node -e '
  const parts = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
  const { CI_NODE_INDEX: index, CI_NODE_TOTAL: total } = process.env;
  console.log(parts.filter((_, at) => at % total === index - 1).join("\\n"));
')
for PART in $parts; do
  ${command.replaceAll('\n', '\n  ')}
done`;
}
