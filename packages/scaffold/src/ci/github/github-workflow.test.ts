import { parse } from 'yaml';
import type { CiRequest } from '../ci-request.ts';
import { sampleRequest } from '../testing/sample-request.ts';
import table from './actions.json';
import { githubWorkflow } from './github-workflow.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly if: string;
  readonly needs?: string | readonly string[];
  readonly permissions: Readonly<Record<string, string>>;
  readonly strategy?: unknown;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflow = (more: Partial<CiRequest> = {}) => parse(githubWorkflow(sampleRequest(more))) as Workflow;
const runs = (job: string, more: Partial<CiRequest> = {}) =>
  workflow(more).jobs[job]!.steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
const command = (job: string, name: string, more: Partial<CiRequest> = {}) =>
  workflow(more)
    .jobs[job]!.steps.find((step) => step.name === name)!
    .run!.replace(/ \\\n\s*/g, ' ');

const plain = { tool: 'workspaces', manager: 'npm' } as const;
const registries = [
  'ghcr.io',
  '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
  'europe-docker.pkg.dev',
  'acme.azurecr.io',
  'registry.acme.io',
];
const all: Partial<CiRequest>[] = [true, false].flatMap((matrix) =>
  (['nx', 'workspaces'] as const).flatMap((tool) =>
    ['npm', 'pnpm', 'yarn', 'bun', undefined].flatMap((manager) =>
      registries.map((registry) => ({ matrix, registry, workspace: { tool, ...(manager && { manager }) } })),
    ),
  ),
);

test('every workflow is whole: needs are jobs, a step runs or uses, actions are commits of the table', () => {
  const known = new Map(Object.entries(table.actions).map(([name, { commit }]) => [name, commit]));
  for (const more of all) {
    const { jobs } = workflow(more);
    for (const { needs = [], steps, permissions } of Object.values(jobs)) {
      for (const name of [needs].flat()) expect(Object.keys(jobs)).toContain(name);
      expect(Object.keys(permissions)).not.toHaveLength(0);
      for (const { uses, run } of steps) {
        expect([uses, run].filter((each) => each !== undefined)).toHaveLength(1);
        if (uses !== undefined) expect(known.get(uses.split('@')[0]!)).toBe(uses.split('@')[1]);
      }
    }
  }
});

test('an action is a whole commit, with its version and the date of the table', () => {
  expect(table.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  for (const { commit, version } of Object.values(table.actions)) {
    expect(commit).toMatch(/^[0-9a-f]{40}$/);
    expect(version).toMatch(/^v\d+\.\d+\.\d+$/);
  }
  expect(githubWorkflow(sampleRequest())).toMatch(/uses: actions\/checkout@[0-9a-f]{40} # v\d/);
});

test('no value of the event stands in a script', () => {
  for (const more of all)
    for (const { steps } of Object.values(workflow(more).jobs))
      for (const { run } of steps) expect(run ?? '').not.toContain('${{');
});

test('each job has the permissions that it needs, and no other', () => {
  const { permissions, jobs } = workflow();
  expect(permissions).toEqual({});
  expect(Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, job.permissions]))).toEqual({
    lint: { contents: 'read', 'security-events': 'write' },
    build: { contents: 'read', packages: 'read' },
    report: { 'pull-requests': 'write' },
    push: { contents: 'read', actions: 'read', packages: 'write' },
    renew: { contents: 'read', packages: 'read' },
    propose: { contents: 'write', 'pull-requests': 'write' },
  });
});

test('a job that may write runs no program of the workspace', () => {
  for (const more of all) {
    const { jobs } = workflow(more);
    for (const name of ['report', 'propose']) {
      const scripts = jobs[name]!.steps.map(({ run = '' }) => run).join('\n');
      expect(scripts).not.toMatch(/\b(?:npm|npx|pnpm|yarn|bun|bunx|node|docker)\b/);
    }
  }
});

test('the whole workspace is linted, since code scanning closes what an upload lacks', () => {
  expect(command('lint', 'Lint')).toBe(
    'npx --no-install dockwarden lint --format github --format markdown="$RUNNER_TEMP/containers/findings.md" --format sarif=dockwarden.sarif',
  );
  expect(runs('lint', { codeScanning: false }).join('\n')).not.toContain('sarif');
  expect(workflow({ codeScanning: false }).jobs['lint']!.permissions).toEqual({ contents: 'read' });
});

test.each([
  ['npm', undefined, 'npm ci', 'npx --no-install dockwarden push'],
  ['pnpm', undefined, 'pnpm install --frozen-lockfile', 'pnpm exec dockwarden push'],
  ['yarn', '4.1.0', 'yarn install --immutable', 'yarn run dockwarden push'],
  ['yarn', '1.22.22', 'yarn install --frozen-lockfile', 'yarn run dockwarden push'],
  ['bun', undefined, 'bun install --frozen-lockfile', 'bunx --no-install dockwarden push'],
])('%s %s without Nx', (manager, managerVersion, install, push) => {
  const request = { workspace: { tool: 'workspaces', manager }, ...(managerVersion && { managerVersion }) } as const;
  expect(runs('push', request)).toContain(install);
  expect(command('push', 'Push', request)).toContain(`${push} \${NX_BASE:+--affected} --summary=`);
});

test('without a package manager nothing is installed, and the version that wrote it runs', () => {
  const request = { workspace: { tool: 'folder' } } as const;
  expect(command('lint', 'Lint', request)).toContain('npx --yes dockwarden@1.2.3 lint');
  expect(runs('lint', request)[0]).toContain('dockwarden');
});

test('Node is what the workspace asks for', () => {
  const inputs = (node: CiRequest['node']) =>
    workflow({ node }).jobs['lint']!.steps.find(({ uses }) => uses?.includes('setup-node'))!.with;
  expect(inputs({ version: '22', file: '.nvmrc' })).toEqual({ 'node-version-file': '.nvmrc', cache: 'npm' });
  expect(inputs({ version: '24' })).toEqual({ 'node-version': '24', cache: 'npm' });
});

test('the whole history is there, and the token is not', () => {
  const { jobs } = workflow();
  for (const name of ['lint', 'build', 'push', 'renew'])
    expect(jobs[name]!.steps[0]!.with).toEqual({ 'fetch-depth': 0, 'persist-credentials': false });
});

test('caches are apart by image, and only a push writes one in a registry', () => {
  expect(command('build', 'Build')).toContain("'--cache-to=type=gha,scope={image},mode=max'");
  const kept = { cache: 'registry' } as const;
  expect(command('push', 'Push', kept)).toContain(
    "'--cache-to=type=registry,ref=ghcr.io/acme/{image}:cache-{image},mode=max'",
  );
  expect(command('build', 'Build', kept)).toContain('--cache-from=type=registry');
  expect(command('build', 'Build', kept)).not.toContain('--cache-to');
  expect(command('push', 'Push', { cache: 'none' })).not.toContain('cache');
});

test.each([
  ['123456789012.dkr.ecr.eu-west-1.amazonaws.com', /aws-actions\/configure/, { 'id-token': 'write' }],
  ['europe-docker.pkg.dev', /google-github-actions\/auth/, { 'id-token': 'write' }],
  ['acme.azurecr.io', /azure\/login/, { 'id-token': 'write' }],
  ['registry.acme.io', /docker\/login-action/, {}],
])('%s is logged in to where that is due, and not by a pull request', (registry, by, permissions) => {
  const { jobs } = workflow({ registry });
  const used = (name: string) => jobs[name]!.steps.map(({ uses }) => uses).join('\n');
  expect(used('push')).toMatch(by);
  expect(jobs['push']!.permissions).toEqual({ contents: 'read', actions: 'read', ...permissions });
  expect(used('build')).not.toMatch(by);
  expect(jobs['build']!.permissions).toEqual({ contents: 'read' });
});

test('in a matrix each affected part is a job, and no part is none', () => {
  const { jobs } = workflow({ matrix: true, workspace: plain });
  expect(jobs['affected']!.steps.at(-1)!.run).toContain('dockwarden images ${NX_BASE:+--affected} --format json');
  expect(jobs['build']!.if).toContain("needs.affected.outputs.parts != '[]'");
  expect(command('push', 'Push', { matrix: true, workspace: plain })).toContain('dockwarden push "$PART"');
  expect(command('push', 'Push', { matrix: true })).toContain('nx run-many -t docker-push --projects="$PART"');
});

test('a bill of materials goes with what is pushed', () => {
  expect(command('push', 'Push', { sbom: true })).toMatch(/ --sbom$/);
  expect(command('build', 'Build', { sbom: true })).not.toContain('--sbom');
});

test('a branch is data', () => {
  expect(workflow({ branch: "it's#b" }).on['push']).toEqual({ branches: ["it's#b"] });
});
