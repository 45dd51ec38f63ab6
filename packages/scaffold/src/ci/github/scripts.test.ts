import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inClone } from '../testing/in-clone.ts';
import { COMMENT, FIND_BASE, KEEP_CHANGE, PROPOSE, SUMMARIZE } from './scripts.ts';

/** As a runner starts it. Source: GitHub documentation, "jobs.<job_id>.steps[*].shell". */
const BASH = ['bash', '--noprofile', '--norc', '-eo', 'pipefail'];
const push = { GITHUB_EVENT_NAME: 'push', GITHUB_REPOSITORY: 'a/b', GITHUB_REF_NAME: '$(touch x); main' };

describe('the base of a change', () => {
  test('of a pull request is where its branch left', () => {
    inClone(BASH, {}, ({ git, commit, run }) => {
      const one = commit('one');
      git('push', '-q', 'origin', 'HEAD:main');
      git('switch', '-qc', 'change');
      const two = commit('two');
      git('switch', '-q', 'main');
      commit('three');
      git('push', '-q', 'origin', 'main');
      git('switch', '-q', 'change');
      const { left } = run(FIND_BASE, { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' });
      expect(left).toBe(`NX_BASE=${one}\nNX_HEAD=${two}\n`);
    });
  });

  test('of a push is the last run that succeeded, whatever failed since; the branch stays data', () => {
    inClone(BASH, { gh: 'echo "$LAST"' }, ({ commit, run, calls, git }) => {
      const one = commit('one');
      commit('two');
      const three = commit('three');
      expect(run(FIND_BASE, { ...push, LAST: one }).left).toBe(`NX_BASE=${one}\nNX_HEAD=${three}\n`);
      expect(calls()).toContain('-f branch=$(touch x); main -f event=push -f status=success');
      expect(git('status', '--porcelain')).toBe('');
    });
  });

  test.each([
    ['there was none', 'echo ""'],
    ['it cannot be asked for', 'exit 1'],
    ['it is all zeros', `echo ${'0'.repeat(40)}`],
    ['its commit is not of this history', `echo ${'1'.repeat(40)}`],
  ])('is everything where %s', (_, gh) => {
    inClone(BASH, { gh }, ({ commit, run }) => {
      const head = commit('one');
      const { left, shown } = run(FIND_BASE, push);
      expect(left).toBe(`NX_BASE=\nNX_HEAD=${head}\n`);
      expect(shown).toBe('base: none, so that everything is affected');
    });
  });
});

test('what jobs said is put on the page of the run', () => {
  inClone(BASH, {}, ({ commit, run, temp }) => {
    commit('one');
    expect(run(SUMMARIZE).left).toBe('');
    mkdirSync(join(temp, 'containers'));
    writeFileSync(join(temp, 'containers/builds.md'), '### Images\n');
    expect(run(SUMMARIZE).left).toBe('### Images\n');
  });
});

describe('the comment', () => {
  const reports = (temp: string) => {
    for (const job of ['containers-lint', 'containers-build'])
      mkdirSync(join(temp, 'containers', job), { recursive: true });
    writeFileSync(join(temp, 'containers/containers-lint/findings.md'), 'findings\n');
    writeFileSync(join(temp, 'containers/containers-build/builds.md'), `builds ${'x'.repeat(70_000)}\n`);
  };
  const env = { GITHUB_REPOSITORY: 'a/b', PULL_REQUEST: '7' };

  test('is written where there is none, as far as the forge takes it', () => {
    inClone(BASH, { gh: 'true' }, ({ commit, run, calls, temp }) => {
      commit('one');
      reports(temp);
      run(COMMENT, env);
      expect(calls()).toContain(`--method POST repos/a/b/issues/7/comments -F body=@${temp}/containers/comment`);
      const text = readFileSync(join(temp, 'containers/comment'), 'utf8');
      expect(text).toMatch(/^<!-- dockwarden -->\nfindings\nbuilds x+$/);
      expect(text).toHaveLength(60_000);
    });
  });

  test('is replaced where there is one', () => {
    inClone(BASH, { gh: 'case "$*" in *--paginate*) echo 41;; esac' }, ({ commit, run, calls, temp }) => {
      commit('one');
      reports(temp);
      run(COMMENT, env);
      expect(calls()).toContain('--method PATCH repos/a/b/issues/comments/41 ');
      expect(calls()).not.toContain('POST');
    });
  });
});

describe('what moved', () => {
  test('is nothing where nothing did', () => {
    inClone(BASH, {}, ({ commit, run }) => {
      commit('one');
      expect(run(KEEP_CHANGE).left).toBe('moved=false\n');
    });
  });

  test('is proposed on a branch of its own, by a job that has only the patch', () => {
    inClone(BASH, { gh: 'case "$*" in "pr list"*) echo 0;; esac' }, ({ commit, change, git, run, calls }) => {
      commit('one');
      git('push', '-q', 'origin', 'HEAD:main');
      change('moved');
      expect(run(KEEP_CHANGE).left).toBe('moved=true\n');
      git('reset', '-q', '--hard');
      run(PROPOSE);
      expect(git('ls-remote', '--heads', 'origin')).toMatch(/refs\/heads\/containers\/renew$/m);
      expect(git('show', 'containers/renew:file')).toBe('moved');
      expect(calls()).toContain('pr create --fill --head containers/renew');
    });
  });

  test('brings an open proposal up to date', () => {
    inClone(BASH, { gh: 'case "$*" in "pr list"*) echo 1;; esac' }, ({ commit, change, git, run, calls }) => {
      commit('one');
      git('push', '-q', 'origin', 'HEAD:main');
      change('moved');
      run(KEEP_CHANGE);
      git('reset', '-q', '--hard');
      run(PROPOSE);
      expect(calls()).not.toContain('pr create');
    });
  });
});
