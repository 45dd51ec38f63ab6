import { buildFlags } from '../build-options.ts';
import type { CiRequest } from '../ci-request.ts';
import { ciCommands } from '../commands.ts';
import { type Section, yamlText } from '../yaml-text.ts';
import { pushLogin, readLogin, renewLogin } from './login-steps.ts';
import { COMMENT, FIND_BASE, KEEP_CHANGE, PROPOSE, REPORTS, SUMMARIZE } from './scripts.ts';
import { builderSteps, setupSteps } from './setup-steps.ts';
import { action, expression, type Step } from './step.ts';

const ON_PULL_REQUEST = "github.event_name == 'pull_request'";
const ON_PUSH = "github.event_name == 'push'";
const ON_SCHEDULE = "github.event_name == 'schedule' || github.event_name == 'workflow_dispatch'";
/** A fork's token may only read. */
const NOT_OF_A_FORK = 'github.event.pull_request.head.repo.full_name == github.repository';

const HEADER = `Lints every Dockerfile and Compose file, builds what a pull request affects, pushes what lands, and renews every image once a week.
Written by dockwarden ci, which shows the difference where you run it again; it is yours to change. docs/ci.md says why each part is there.`;

/**
 * A workflow for GitHub Actions. Values of the event reach a shell through the environment alone, never as text of the script: a branch
 * may be called anything. Source: GitHub documentation, "Script injections".
 */
export function githubWorkflow(request: CiRequest): string {
  const jobs = {
    lint: lintJob(request),
    ...(request.matrix && { affected: affectedJob(request) }),
    build: buildJob(request),
    report: reportJob(),
    push: pushJob(request),
    renew: renewJob(request),
    propose: proposeJob(),
  };
  const tree = {
    name: 'Containers',
    on: {
      pull_request: null,
      push: { branches: [request.branch] },
      schedule: [{ cron: '17 4 * * 1' }],
      workflow_dispatch: null,
    },
    permissions: {},
    concurrency: {
      group: `containers-${expression('github.event_name')}-${expression('github.ref')}`,
      'cancel-in-progress': expression(ON_PULL_REQUEST),
    },
    jobs,
  };
  return yamlText(HEADER, tree, sections(Object.keys(jobs)));
}

const WHY: Readonly<Record<string, string>> = {
  lint: 'The whole workspace, whatever changed: code scanning takes findings that are missing from an upload for mended.',
  affected: 'A job for each image that the change affects.',
  build: 'May read, and no more: what a pull request builds is pushed nowhere.',
  report: 'May comment, and runs nothing of the pull request.',
  push: 'Everything since the last run that succeeded. What is there already is not built again.',
  renew: 'Moves digests and build.refresh to today, and builds every image with them.',
  propose: 'May write, and runs nothing but git.',
};

function sections(jobs: readonly string[]): Section[] {
  const top = ['on', 'permissions', 'concurrency', 'jobs'].map((key) => ({ at: [key] }));
  return [...top, ...jobs.map((job) => ({ at: ['jobs', job], says: WHY[job]! }))];
}

function job(minutes: number, permissions: Readonly<Record<string, string>>, more: object, steps: readonly Step[]) {
  return { ...more, 'runs-on': 'ubuntu-24.04', 'timeout-minutes': minutes, permissions, steps };
}

const summarize: Step = { name: 'Summarize', if: '!cancelled()', run: SUMMARIZE };

const REPORTS_FOLDER = `${expression('runner.temp')}/containers`;

function keep(name: string): Step {
  const inputs = { name, path: `${REPORTS_FOLDER}/`, 'if-no-files-found': 'ignore', 'retention-days': 7 };
  return { name: 'Keep the report', if: '!cancelled()', ...action('actions/upload-artifact', inputs) };
}

const fetched = (pattern: string): Step => action('actions/download-artifact', { pattern, path: REPORTS_FOLDER });

const findBase: Step = {
  name: 'Find the base of the change',
  env: { GH_TOKEN: expression('github.token') },
  run: FIND_BASE,
};

/** What was built and why, for the page of the run and the comment. */
const BUILDS = `--summary="${REPORTS}/builds.md"`;

function lintJob(request: CiRequest) {
  const { lint } = ciCommands(request);
  // Not with the other reports: hashFiles looks nowhere but in the checkout.
  const sarif = 'dockwarden.sarif';
  const upload: Step = {
    name: 'Upload to code scanning',
    if: `!cancelled() && hashFiles('${sarif}') != '' && (${ON_PUSH} || ${NOT_OF_A_FORK})`,
    ...action('github/codeql-action/upload-sarif', { sarif_file: sarif, category: 'dockwarden' }),
  };
  const formats = ['github', `markdown="${REPORTS}/findings.md"`, ...(request.codeScanning ? [`sarif=${sarif}`] : [])];
  const permissions = { contents: 'read', ...(request.codeScanning && { 'security-events': 'write' }) };
  return job(20, permissions, { if: `${ON_PULL_REQUEST} || ${ON_PUSH}` }, [
    ...setupSteps(request),
    { name: 'Lint', run: lint(formats) },
    ...(request.codeScanning ? [upload] : []),
    summarize,
    keep('containers-lint'),
  ]);
}

function affectedJob(request: CiRequest) {
  const outputs = { parts: expression('steps.list.outputs.parts') };
  const list = `parts=$(${ciCommands(request).parts})\necho "parts=$parts" >> "$GITHUB_OUTPUT"\n`;
  return job(20, { contents: 'read', actions: 'read' }, { if: `${ON_PULL_REQUEST} || ${ON_PUSH}`, outputs }, [
    ...setupSteps(request),
    findBase,
    { name: 'List what is affected', id: 'list', run: list },
  ]);
}

/** Beside the condition of its event, a job of a matrix needs at least one part: an empty matrix is a fault. */
function perPart({ matrix }: CiRequest, condition: string, needs: readonly string[] = []) {
  if (!matrix) return { ...(needs.length > 0 && { needs }), if: condition };
  return {
    needs: [...needs, 'affected'],
    if: `${condition} && needs.affected.outputs.parts != '[]'`,
    strategy: { 'fail-fast': false, matrix: { part: expression('fromJSON(needs.affected.outputs.parts)') } },
  };
}

function buildOrPush(request: CiRequest, verb: 'build' | 'push'): Step {
  const commands = ciCommands(request);
  const flags = [BUILDS, ...buildFlags(request, verb, request.cache ?? 'gha')];
  const name = verb === 'build' ? 'Build' : 'Push';
  return request.matrix
    ? { name, env: { PART: expression('matrix.part') }, run: commands.part(verb, flags) }
    : { name, run: commands.affected(verb, flags) };
}

function buildJob(request: CiRequest) {
  const { steps, permissions } = readLogin(request);
  const name = request.matrix ? `containers-build-${expression('strategy.job-index')}` : 'containers-build';
  return job(60, { contents: 'read', ...permissions }, perPart(request, ON_PULL_REQUEST), [
    ...setupSteps(request),
    ...builderSteps(request.cache ?? 'gha'),
    ...steps,
    ...(request.matrix ? [] : [findBase]),
    buildOrPush(request, 'build'),
    summarize,
    keep(name),
  ]);
}

function pushJob(request: CiRequest) {
  const { steps, permissions } = pushLogin(request);
  const own = { contents: 'read', ...(!request.matrix && { actions: 'read' }), ...permissions };
  return job(90, own, perPart(request, ON_PUSH, ['lint']), [
    ...setupSteps(request),
    ...builderSteps(request.cache ?? 'gha'),
    ...steps,
    ...(request.matrix ? [] : [findBase]),
    buildOrPush(request, 'push'),
    summarize,
  ]);
}

function reportJob() {
  const condition = `!cancelled() && ${ON_PULL_REQUEST} && ${NOT_OF_A_FORK}`;
  return job(10, { 'pull-requests': 'write' }, { needs: ['lint', 'build'], if: condition }, [
    fetched('containers-*'),
    {
      name: 'Comment on the pull request',
      env: { GH_TOKEN: expression('github.token'), PULL_REQUEST: expression('github.event.pull_request.number') },
      run: COMMENT,
    },
  ]);
}

function renewJob(request: CiRequest) {
  const { steps, permissions } = renewLogin(request);
  const commands = ciCommands(request);
  const outputs = { moved: expression('steps.change.outputs.moved') };
  return job(120, { contents: 'read', ...permissions }, { if: ON_SCHEDULE, outputs }, [
    ...setupSteps(request),
    ...builderSteps('none'),
    ...steps,
    { name: 'Renew digests and packages', run: commands.renew },
    { name: 'Build every image', run: commands.all('build', [BUILDS]) },
    summarize,
    { name: 'Keep the change', id: 'change', run: KEEP_CHANGE },
    keep('renew'),
  ]);
}

function proposeJob() {
  const permissions = { contents: 'write', 'pull-requests': 'write' };
  const token = expression('secrets.CONTAINERS_TOKEN || github.token');
  return job(10, permissions, { needs: 'renew', if: "needs.renew.outputs.moved == 'true'" }, [
    action('actions/checkout', { token }),
    action('actions/download-artifact', { name: 'renew', path: REPORTS_FOLDER }),
    { name: 'Propose the change', env: { GH_TOKEN: token }, run: PROPOSE },
  ]);
}
