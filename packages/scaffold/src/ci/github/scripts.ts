/** Where jobs leave what they have to say: not in the checkout, where an image that copies all of it would read it. */
export const REPORTS = '$RUNNER_TEMP/containers';

/** The name of the file, by which GitHub knows the workflow. */
export const WORKFLOW = 'containers.yml';

/**
 * Where the change begins. Of a pull request: where its branch left. Of a push: the commit of the last run that succeeded, so that a run that failed
 * leaves no gap; the commit before the push would, and is all zeros for a new branch. Where there is none, everything is affected.
 */
export const FIND_BASE = `base=
if [ "$GITHUB_EVENT_NAME" = pull_request ]; then
  base=$(git merge-base "origin/$GITHUB_BASE_REF" HEAD)
else
  base=$(gh api --method GET "repos/$GITHUB_REPOSITORY/actions/workflows/${WORKFLOW}/runs" \\
    -f branch="$GITHUB_REF_NAME" -f event=push -f status=success -f per_page=1 \\
    --jq '.workflow_runs[0].head_sha // ""') || base=
  git merge-base --is-ancestor "$base" HEAD 2> /dev/null || base=
fi
echo "NX_BASE=$base" >> "$GITHUB_ENV"
echo "NX_HEAD=$(git rev-parse HEAD)" >> "$GITHUB_ENV"
echo "base: \${base:-none, so that everything is affected}"
`;

/** What a job said, on the page of the run. */
export const SUMMARIZE = `for report in "${REPORTS}"/*.md; do
  if [ -f "$report" ]; then cat "$report" >> "$GITHUB_STEP_SUMMARY"; fi
done
`;

/** What changed, for the job that may write. */
export const KEEP_CHANGE = `mkdir -p "${REPORTS}"
git add --update
git diff --cached --binary > "${REPORTS}/renew.patch"
if [ -s "${REPORTS}/renew.patch" ]; then moved=true; else moved=false; fi
echo "moved=$moved" >> "$GITHUB_OUTPUT"
`;

/** One comment on the pull request, written anew by each run. GitHub takes 65,536 characters. */
export const COMMENT = `mkdir -p "${REPORTS}"
{
  echo '<!-- dockwarden -->'
  find "${REPORTS}" -name 'findings.md' -exec cat {} +
  find "${REPORTS}" -name 'builds.md' -exec cat {} +
} > "${REPORTS}/whole"
head -c 60000 "${REPORTS}/whole" > "${REPORTS}/comment"
comments="repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments"
own=$(gh api --paginate "$comments" \\
  --jq '.[] | select(.user.login == "github-actions[bot]" and (.body | startswith("<!-- dockwarden -->"))) | .id' | tail -n 1)
if [ -n "$own" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$own" -F body=@"${REPORTS}/comment"
else
  gh api --silent --method POST "$comments" -F body=@"${REPORTS}/comment"
fi
`;

/** The change as a pull request of its own; one of an earlier week that is still open is brought up to date. */
export const PROPOSE = `branch=containers/renew
git config user.name 'github-actions[bot]'
git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
git switch -C "$branch"
git apply --index "${REPORTS}/renew.patch"
git commit -m 'Renew base images and packages'
git push --force origin "$branch"
if [ "$(gh pr list --head "$branch" --state open --json number --jq length)" = 0 ]; then
  gh pr create --fill --head "$branch"
fi
`;
