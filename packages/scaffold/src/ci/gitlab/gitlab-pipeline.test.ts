import { parse } from 'yaml';
import type { CiRequest } from '../ci-request.ts';
import { sampleRequest } from '../testing/sample-request.ts';
import { gitlabPipeline } from './gitlab-pipeline.ts';

interface Job {
  readonly stage: string;
  readonly image: string;
  readonly rules: readonly { readonly if: string }[];
  readonly needs?: readonly string[];
  readonly before_script: readonly string[];
  readonly script: readonly string[];
  readonly parallel?: number;
  readonly id_tokens?: unknown;
  readonly variables?: Readonly<Record<string, string>>;
}

const usual: Partial<CiRequest> = { cache: 'registry', repository: 'registry.gitlab.com/acme/{image}' };
const pipeline = (more: Partial<CiRequest> = {}, stages?: readonly string[]) => {
  const { registry: _none, ...request } = sampleRequest({ ...usual, ...more });
  const asked = more.registry === undefined ? request : { ...request, registry: more.registry };
  return parse(gitlabPipeline(asked, stages)) as Readonly<Record<string, Job>>;
};
const words = (job: Job) => [...job.before_script, ...job.script].join('\n').replace(/ \\\n\s*/g, ' ');

test('merge requests are linted and built, the branch is pushed, a schedule renews', () => {
  const jobs = pipeline({ branch: 'trunk' });
  const rules = Object.fromEntries(
    Object.entries(jobs).flatMap(([name, { rules }]) => (rules ? [[name, rules.map((rule) => rule.if)]] : [])),
  );
  const merge = '$CI_PIPELINE_SOURCE == "merge_request_event"';
  const push = '$CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == "trunk"';
  expect(rules).toEqual({
    'containers-lint': [merge, push],
    'containers-build': [merge],
    'containers-push': [push],
    'containers-renew': ['$CI_PIPELINE_SOURCE == "schedule" && $CONTAINERS_RENEW == "true"'],
  });
});

test('what is pushed was linted, and the whole history is there', () => {
  const jobs = pipeline();
  expect(jobs['containers-push']!.needs).toEqual(['containers-lint']);
  expect(jobs['.containers']!.variables).toMatchObject({ GIT_DEPTH: '0', PUSHED_BRANCH: 'main' });
});

test('stages are those that the including file lists', () => {
  const stages = Object.values(pipeline({}, ['check', 'build'])).flatMap(({ stage }) => (stage ? [stage] : []));
  expect(stages).toEqual(['build', 'build', 'build', 'build']);
});

test('the store of packages does not lie in the context of images', () => {
  const script = words(pipeline()['containers-build']!);
  expect(script.indexOf('rm -rf .ci-cache')).toBeGreaterThan(script.indexOf('npm ci'));
});

test('a merge request reads the cache of the branch, and writes none', () => {
  const jobs = pipeline();
  expect(words(jobs['containers-build']!)).toContain('--cache-from=type=registry,ref=registry.gitlab.com/acme/{image}');
  expect(words(jobs['containers-build']!)).not.toContain('--cache-to');
  expect(words(jobs['containers-push']!)).toContain('--cache-to=');
});

test.each([
  [undefined, '"$CI_REGISTRY_PASSWORD" | docker login "$CI_REGISTRY"', '"$CI_REGISTRY_PASSWORD"'],
  ['registry.acme.io', '"$REGISTRY_PASSWORD" | docker login registry.acme.io', undefined],
  ['123456789012.dkr.ecr.eu-west-1.amazonaws.com', 'aws ecr get-login-password | docker login', undefined],
])('the registry %s is logged in to where that is due', (registry, pushed, built) => {
  const jobs = pipeline(registry === undefined ? {} : { registry });
  expect(words(jobs['containers-push']!)).toContain(pushed);
  if (built === undefined) expect(words(jobs['containers-build']!)).not.toContain('docker login');
  else expect(words(jobs['containers-build']!)).toContain(built);
});

test('a role is taken by the token of the job', () => {
  const job = pipeline({ registry: '123456789012.dkr.ecr.eu-west-1.amazonaws.com' })['containers-push']!;
  expect(job.id_tokens).toEqual({ AWS_ID_TOKEN: { aud: 'sts.amazonaws.com' } });
});

test('a matrix is shared out among jobs', () => {
  const jobs = pipeline({ matrix: true });
  expect(jobs['containers-push']!.parallel).toBe(4);
  expect(jobs['.containers']!.variables!['PUSH_JOB']).toBe('containers-push%201%2F4');
  expect(words(jobs['containers-push']!)).toContain('nx run-many -t docker-push --projects="$PART"');
});
