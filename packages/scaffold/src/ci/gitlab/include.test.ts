import { GITLAB_JOBS, includeJobs } from './include.ts';

const entry = `- local: ${GITLAB_JOBS}`;

test.each([
  [undefined, `include:\n  ${entry}\n`],
  ['# ours\nstages: [a, b]\n', `# ours\nstages: [a, b]\n\ninclude:\n  ${entry}\n`],
  ['job: { script: !reference [.x, script] }', `job: { script: !reference [.x, script] }\n\ninclude:\n  ${entry}\n`],
  ['job: 1\r\n', `job: 1\r\n\r\ninclude:\r\n  ${entry}\r\n`],
  [
    'include:\n  # shared\n  - project: acme/ci\n    file: /x.yml # why\n\njob: 1\n',
    `include:\n  # shared\n  - project: acme/ci\n    file: /x.yml # why\n  ${entry}\n\njob: 1\n`,
  ],
  ['job: 1\ninclude:\n- other.yml', `job: 1\ninclude:\n- other.yml\n${entry}\n`],
])('%j with the include is %j, and stays so', (text, wanted) => {
  const { file } = includeJobs(text);
  expect(file).toEqual({ path: '.gitlab-ci.yml', text: wanted, edited: true });
  expect(includeJobs(wanted).file).toBeUndefined();
});

test('the stages are those that it lists', () => {
  expect(includeJobs('stages: [check, ship]\n').stages).toEqual(['check', 'ship']);
});

test.each(['a: [\n', '- a list\n', '{ job: 1 }\n', 'include: other.yml\n', 'include: [other.yml]\n', 'job: 1\n...\n'])(
  '%j is left, and what to add is said',
  (text) => {
    const { file, byHand } = includeJobs(text);
    expect(file).toBeUndefined();
    expect(byHand).toContain(`local: ${GITLAB_JOBS}`);
  },
);
