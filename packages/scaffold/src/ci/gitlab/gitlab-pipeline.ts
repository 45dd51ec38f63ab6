import { buildFlags } from '../build-options.ts';
import type { CiRequest } from '../ci-request.ts';
import { ciCommands } from '../commands.ts';
import { managerCommands } from '../managers.ts';
import { yamlText } from '../yaml-text.ts';
import { type GitlabLogin, pushLogin, readLogin } from './login.ts';
import { FIND_BASE, KEEP_REPORTS, KEPT, MAKE_BUILDER, NOTE_PUSHED, PROPOSE, REPORTS, shareOf } from './scripts.ts';

/** Jobs of a matrix: GitLab cannot make as many as a job before found out. */
const SHARES = 4;

/**
 * Of the official image; its Alpine brings a Node with long support.
 *
 * @source Docker's release notes; the list of packages of that Alpine
 * @asOf 2026-11-21
 */
const DOCKER = 'docker:28';

const ON_MERGE_REQUEST = { if: '$CI_PIPELINE_SOURCE == "merge_request_event"' };

const HEADER = `Lints every Dockerfile and Compose file, builds what a merge request affects, pushes what lands, and renews every image in a schedule.
Written by dockwarden ci, which shows the difference where you run it again; it is yours to change. docs/ci.md says why each part is there.`;

/**
 * Jobs for GitLab CI, to be included by .gitlab-ci.yml. They bring no stages of their own: a file that is included cannot add to those that the
 * including one lists. Source: GitLab, "CI/CD YAML syntax reference".
 */
export function gitlabPipeline(request: CiRequest, stages: readonly string[] = []): string {
  const stageOf = (wanted: string) => (stages.length === 0 || stages.includes(wanted) ? wanted : stages.at(-1)!);
  const onPush = { if: `$CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == ${JSON.stringify(request.branch)}` };
  const onSchedule = { if: '$CI_PIPELINE_SOURCE == "schedule" && $CONTAINERS_RENEW == "true"' };
  const commands = ciCommands(request);
  const parallel = request.matrix ? { parallel: SHARES } : {};
  const summary = `--summary=${REPORTS}/builds.md`;
  const jobs = {
    'containers-lint': {
      extends: '.containers',
      stage: stageOf('test'),
      image: `node:${request.node.version}`,
      rules: [ON_MERGE_REQUEST, onPush],
      before_script: installScript(request),
      script: [commands.lint(['pretty', `markdown=${REPORTS}/findings.md`, `gitlab=${REPORTS}/code-quality.json`])],
      artifacts: reports('Findings in Dockerfiles', { reports: { codequality: `${KEPT}/code-quality.json` } }),
    },
    'containers-build': {
      ...dockerJob(request, readLogin(request)),
      stage: stageOf('build'),
      rules: [ON_MERGE_REQUEST],
      ...parallel,
      script: [FIND_BASE, ...buildScript(request, 'build', summary)],
      artifacts: reports('Images'),
    },
    'containers-push': {
      ...dockerJob(request, pushLogin(request)),
      stage: stageOf('deploy'),
      rules: [onPush],
      needs: ['containers-lint'],
      resource_group: 'containers-push',
      interruptible: false,
      ...parallel,
      script: [FIND_BASE, ...buildScript(request, 'push', summary), NOTE_PUSHED],
      artifacts: reports('Images'),
    },
    'containers-renew': {
      ...dockerJob(request, pushLogin(request)),
      stage: stageOf('build'),
      rules: [onSchedule],
      script: [commands.renew, commands.all('build', [summary]), PROPOSE],
      artifacts: reports('Images'),
    },
  };
  return yamlText(HEADER, { '.containers': shared(request), ...jobs }, [
    { at: ['.containers'], says: 'The whole history, since labels name the commit that last changed an input.' },
    {
      at: ['containers-lint'],
      says: 'The whole workspace, whatever changed: a report is compared with that of the target branch.',
    },
    { at: ['containers-build'], says: 'What a merge request builds is pushed nowhere.' },
    { at: ['containers-push'], says: 'Everything since the last pipeline that succeeded.' },
    { at: ['containers-renew'], says: 'For a pipeline schedule with the variable CONTAINERS_RENEW=true.' },
  ]);
}

function shared({ workspace: { manager }, managerVersion, branch, matrix }: CiRequest) {
  const { store, lockfile } = managerCommands(manager, managerVersion);
  return {
    needs: [],
    interruptible: true,
    timeout: '2 hours',
    variables: {
      GIT_DEPTH: '0',
      PUSHED_BRANCH: encodeURIComponent(branch),
      PUSH_JOB: encodeURIComponent(matrix ? `containers-push 1/${SHARES}` : 'containers-push'),
      [store.variable]: `$CI_PROJECT_DIR/${store.folder}`,
    },
    ...(manager !== undefined && { cache: { key: { files: [lockfile] }, paths: [`${store.folder}/`] } }),
    after_script: [KEEP_REPORTS],
  };
}

function installScript({ workspace: { manager }, managerVersion }: CiRequest): string[] {
  const { prepare, install } = managerCommands(manager, managerVersion);
  return [`mkdir -p ${REPORTS}`, ...prepare, ...(install === undefined ? [] : [install])];
}

/** A job with Docker beside it. Source: GitLab, "Use Docker to build Docker images", Docker-in-Docker with TLS. */
function dockerJob(request: CiRequest, { script, job, packages }: GitlabLogin) {
  return {
    extends: '.containers',
    image: DOCKER,
    services: [`${DOCKER}-dind`],
    ...(request.workspace.manager !== undefined && { cache: { policy: 'pull' } }),
    variables: {
      DOCKER_HOST: 'tcp://docker:2376',
      DOCKER_TLS_VERIFY: '1',
      DOCKER_TLS_CERTDIR: '/certs',
      DOCKER_CERT_PATH: '/certs/client',
    },
    ...job,
    before_script: [
      `apk add --no-cache ${['git', 'nodejs', 'npm', ...packages].join(' ')}`,
      ...installScript(request),
      // An image that copies all of the checkout would read the store.
      'rm -rf .ci-cache',
      MAKE_BUILDER,
      ...script,
    ],
  };
}

function buildScript(request: CiRequest, verb: 'build' | 'push', summary: string): string[] {
  const commands = ciCommands(request);
  const flags = [summary, ...buildFlags(request, verb, request.cache ?? 'registry')];
  return request.matrix ? [shareOf(commands.parts, commands.part(verb, flags))] : [commands.affected(verb, flags)];
}

function reports(title: string, more: object = {}) {
  return { when: 'always', expire_in: '1 month', expose_as: title, paths: [`${KEPT}/`], ...more };
}
