import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import type { CiRequest } from './ci-plan.ts';
import { githubWorkflow } from './github-workflow.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, { readonly if: string; readonly steps: readonly Step[] }>>;
}

const request: CiRequest = { workspace: { tool: 'nx', manager: 'npm' }, branch: 'main', registry: 'ghcr.io' };
const workflow = (more: Partial<CiRequest> = {}) => parse(githubWorkflow({ ...request, ...more })) as Workflow;
const runs = (job: string, more: Partial<CiRequest> = {}) =>
  workflow(more).jobs[job]!.steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
const script = (job: string, name: string) => workflow().jobs[job]!.steps.find((step) => step.name === name)!.run!;

test('a pull request is linted and built as far as it is affected, and may only read', () => {
  const { permissions, jobs } = workflow();
  expect(permissions).toEqual({ contents: 'read' });
  expect(jobs['check']!.if).toBe("github.event_name == 'pull_request'");
  expect(runs('check').slice(-2)).toEqual([
    'npx --no-install nx affected -t docker-lint',
    'npx --no-install nx affected -t docker-build',
  ]);
});

test.each([
  ['npm', 'npm ci', 'npx --no-install dockwarden push'],
  ['pnpm', 'pnpm install --frozen-lockfile', 'pnpm exec dockwarden push'],
  ['yarn', 'yarn install --immutable', 'yarn exec dockwarden push'],
  ['bun', 'bun install --frozen-lockfile', 'bunx --no-install dockwarden push'],
])('%s without Nx', (manager, install, push) => {
  const commands = runs('push', { workspace: { tool: 'workspaces', manager } });
  expect(commands).toContain(install);
  expect(commands.at(-1)).toBe(push);
});

test('the whole history is there, since labels name a commit', () => {
  for (const { steps } of Object.values(workflow().jobs))
    expect(steps[0]).toEqual({ uses: 'actions/checkout@v4', with: { 'fetch-depth': 0, filter: 'blob:none' } });
});

test('a branch is data', () => {
  expect(workflow({ branch: "it's: [a] # b" }).on['push']).toEqual({ branches: ["it's: [a] # b"] });
});

test('no value of the event stands in a script', () => {
  const { jobs } = workflow();
  for (const { steps } of Object.values(jobs)) for (const { run } of steps) expect(run ?? '').not.toContain('${{');
});

/** Runs a script as the runner does, in a clone, with a `gh` that writes down how it is called. */
function inClone(text: string, prepare: (git: (...args: string[]) => string, clone: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'dockwarden-ci-'));
  try {
    const env = {
      ...process.env,
      GIT_CONFIG_GLOBAL: join(folder, 'gitconfig'),
      GIT_CONFIG_NOSYSTEM: '1',
      GITHUB_ENV: join(folder, 'env'),
      BASE_REF: 'main',
      PATH: `${folder}${delimiter}${process.env['PATH']}`,
    };
    writeFileSync(
      join(folder, 'gitconfig'),
      '[user]\n\tname = a\n\temail = a@example.org\n[init]\n\tdefaultBranch = main\n',
    );
    writeFileSync(join(folder, 'env'), '');
    writeFileSync(join(folder, 'gh'), `#!/bin/sh\necho "$@" >> ${join(folder, 'gh.log')}\n`);
    chmodSync(join(folder, 'gh'), 0o755);
    const clone = join(folder, 'clone');
    const run = (program: string, args: readonly string[], cwd: string) => {
      const done = spawnSync(program, args, { cwd, env, encoding: 'utf8' });
      if (done.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${done.stderr}`);
      return done.stdout.trim();
    };
    run('git', ['init', '-q', '--bare', 'origin'], folder);
    run('git', ['clone', '-q', 'origin', 'clone'], folder);
    const git = (...args: string[]) => run('git', args, clone);
    prepare(git, clone);
    const shown = run('bash', ['-eo', 'pipefail', '-c', text], clone);
    return { shown, env: readFileSync(join(folder, 'env'), 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function commit(git: (...args: string[]) => string, clone: string, text: string): string {
  writeFileSync(join(clone, 'file'), text);
  git('add', '-A');
  git('commit', '-qm', text);
  return git('rev-parse', 'HEAD');
}

test('the base of a change is where its branch left', () => {
  const ids: string[] = [];
  const { env } = inClone(script('check', 'Find the base of the change'), (git, clone) => {
    ids.push(commit(git, clone, 'one'));
    git('push', '-q', 'origin', 'HEAD:main');
    git('switch', '-qc', 'change');
    ids.push(commit(git, clone, 'two'));
    git('switch', '-q', 'main');
    commit(git, clone, 'three');
    git('push', '-q', 'origin', 'main');
    git('switch', '-q', 'change');
  });
  expect(env).toBe(`NX_BASE=${ids[0]}\nNX_HEAD=${ids[1]}\n`);
});

test('where nothing moved, nothing is proposed', () => {
  const { shown } = inClone(script('renew', 'Propose the change'), (git, clone) => void commit(git, clone, 'one'));
  expect(shown).toBe('Nothing moved.');
});

test('what moved is proposed on a branch of its own', () => {
  const proposal = `${script('renew', 'Propose the change')}\ngit ls-remote --heads origin; cat ../gh.log\n`;
  const { shown } = inClone(proposal, (git, clone) => {
    commit(git, clone, 'one');
    git('push', '-q', 'origin', 'HEAD:main');
    writeFileSync(join(clone, 'file'), 'moved');
  });
  const [, branch = '', asked = ''] = /(refs\/heads\/containers\/renew-\S+)[\s\S]*(pr create .*)/.exec(shown) ?? [];
  expect(branch).toMatch(/^refs\/heads\/containers\/renew-\d{4}-\d{2}-\d{2}$/);
  expect(asked).toBe(`pr create --fill --head ${branch.replace('refs/heads/', '')}`);
});
