import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inClone } from '../testing/in-clone.ts';
import { FIND_BASE, PROPOSE, shareOf } from './scripts.ts';

/** Alpine has no other; GitLab sets this itself. Source: GitLab, "Shells supported by GitLab Runner". */
const SH = ['sh', '-e'];
const shown = `${FIND_BASE}\necho "[$NX_BASE]"`;
const api = {
  CI_JOB_TOKEN: 't',
  CI_API_V4_URL: 'https://g/api',
  CI_PROJECT_ID: '1',
  PUSHED_BRANCH: 'main',
  PUSH_JOB: 'p',
};

describe('the base of a change', () => {
  test.each([
    [
      'the branch that it goes into',
      { CI_MERGE_REQUEST_TARGET_BRANCH_SHA: 'a1', CI_MERGE_REQUEST_DIFF_BASE_SHA: 'b2' },
      'a1',
    ],
    ['where its own left', { CI_MERGE_REQUEST_TARGET_BRANCH_SHA: '', CI_MERGE_REQUEST_DIFF_BASE_SHA: 'b2' }, 'b2'],
  ])('of a merge request is %s', (_, variables, base) => {
    inClone(SH, {}, ({ commit, run }) => {
      commit('one');
      expect(run(shown, { CI_MERGE_REQUEST_IID: '3', ...variables }).shown).toBe(`base: ${base}\n[${base}]`);
    });
  });

  test('of a push is what the last pipeline that succeeded has pushed', () => {
    inClone(SH, { wget: 'echo "$LAST"' }, ({ commit, run, calls }) => {
      const one = commit('one');
      commit('two');
      expect(run(shown, { ...api, LAST: one }).shown).toContain(`[${one}]`);
      expect(calls()).toContain('https://g/api/projects/1/jobs/artifacts/main/raw/.containers/pushed?job=p');
    });
  });

  test.each([
    ['it may not be asked for', 'exit 8'],
    ['it is all zeros', `echo ${'0'.repeat(40)}`],
    ['it is a page to log in', 'echo "<html>"'],
  ])('of a push is everything where %s', (_, wget) => {
    inClone(SH, { wget }, ({ commit, run }) => {
      commit('one');
      expect(run(shown, api).shown).toBe('base: none, so that everything is affected\n[]');
    });
  });
});

describe('what moved', () => {
  const env = (temp: string) => ({
    CI_SERVER_HOST: 'gitlab.acme.io',
    CI_PROJECT_URL: `file://${join(temp, 'origin')}`,
    CI_JOB_TOKEN: 'job-token',
    CONTAINERS_TOKEN: 'a-secret',
  });

  test('is nothing where nothing did', () => {
    inClone(SH, {}, ({ commit, run, temp }) => {
      commit('one');
      expect(run(PROPOSE, env(temp)).shown).toBe('Nothing moved.');
    });
  });

  test('is pushed to a branch of its own, and asks for a merge request', () => {
    inClone(SH, {}, ({ commit, change, git, run, temp }) => {
      commit('one');
      git('push', '-q', 'origin', 'HEAD:main');
      run(`mv ../origin ../origin.git`);
      run(`git -C ../origin.git config receive.advertisePushOptions true`);
      const hook = join(temp, 'origin.git/hooks/pre-receive');
      writeFileSync(hook, `#!/bin/sh\nenv | grep ^GIT_PUSH_OPTION > ${join(temp, 'options')}\n`, { mode: 0o755 });
      change('moved');
      run(PROPOSE, env(temp));
      expect(readFileSync(join(temp, 'options'), 'utf8')).toContain('merge_request.create');
      expect(git('ls-remote', '--heads', join(temp, 'origin.git'))).toMatch(/refs\/heads\/containers\/renew$/m);
    });
  });

  test('is pushed without a token in the words of a command', () => {
    expect(PROPOSE).not.toMatch(/oauth2:|:\/\/[^"]*TOKEN/);
  });
});

test('shares are apart and leave nothing out', () => {
  inClone(SH, {}, ({ commit, run }) => {
    commit('one');
    const script = shareOf(`echo '["a","b","c","d","e"]'`, 'echo "$PART"');
    const share = (index: number) =>
      run(script, { CI_NODE_INDEX: String(index), CI_NODE_TOTAL: '2' }).shown.split('\n');
    expect(share(1)).toEqual(['a', 'c', 'e']);
    expect(share(2)).toEqual(['b', 'd']);
    expect(run(shareOf(`echo '[]'`, 'echo "$PART"'), { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '2' }).shown).toBe('');
  });
});
