import type { BadExample, ExamplesDocument, FixDocument, PolicyDocument } from '@dockwarden-internal/policy';
import { platformPattern } from '@dockwarden-internal/policy';
import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';
import { runExamples } from './run-examples.ts';

const tools = { parseYaml, compilePattern: platformPattern };

const policy: PolicyDocument = {
  dockwarden: 'policy/v1',
  id: 'test/tools',
  title: 'No wget',
  category: 'style',
  severity: 'warning',
  why: 'Because.',
  params: { names: { description: 'Names.', type: 'array', items: { type: 'string' }, default: ['wget'] } },
  on: 'command',
  checks: {
    name: {
      where: { name: { oneOf: { param: 'names' } } },
      forbid: { name: { exists: true } },
      at: 'name',
      message: 'no {{ name }}',
    },
    quiet: { where: { name: 'curl' }, require: { flags: { has: '-s' } }, fix: { insert: ' -s', after: 'name' } },
  },
};

function run(examples: Partial<ExamplesDocument>, stopAtFirst = false): string[] {
  const document = { ...policy, examples: { good: [], bad: [], ...examples } };
  return runExamples(document, tools, stopAtFirst).map(
    ({ example, kind, message }) => `${example} ${kind}: ${message}`,
  );
}

const runBad = (bad: BadExample) => run({ bad: [bad] });
const wget = 'FROM a\nRUN wget x\n';
const curl = 'FROM a\nRUN curl x\n';

test('examples that hold say nothing', () =>
  expect(
    run({
      good: ['FROM a\n', { files: { 'x/Dockerfile': 'FROM a\n' } }, { code: wget, params: { names: [] } }],
      bad: [
        { code: wget, check: 'name', at: 'wget', line: 2, message: 'no wget' },
        { code: 'FROM a\nRUN wget x && curl y\n', expect: [{ check: 'quiet' }, { check: 'name' }] },
        { code: curl, fixed: 'FROM a\nRUN curl -s x\n' },
        { files: { 'x/Dockerfile': curl, 'y/z': '1' }, fixed: { 'x/Dockerfile': 'FROM a\nRUN curl -s x\n' } },
      ],
    }),
  ).toEqual([]));

test('a good one that is reported is noisy, with file, line and words', () =>
  expect(run({ good: ['FROM a\n', wget] })).toEqual([
    'good 2 noisy: reports test/tools/name at "wget" (Dockerfile:2: no wget)',
  ]));

test.each([
  [{ code: 'FROM a\n' }, 'missing: no finding of the policy; there are: none'],
  [
    { code: wget, check: 'quiet', at: 'x', line: 3, message: 'y' },
    'missing: no finding of quiet at "x" on line 3 saying "y"; there are: test/tools/name at "wget" (Dockerfile:2: no wget)',
  ],
])('a bad one that is not as it says is missing: %j', (bad, message) => {
  expect(runBad(bad)[0]).toBe(`bad 1 ${message}`);
});

test('what is reported besides is noisy, once for each', () =>
  expect(runBad({ code: `${wget}RUN wget y\nRUN wget z\n`, line: 3 })).toEqual([
    'bad 1 noisy: reports test/tools/name at "wget" (Dockerfile:2: no wget) besides',
    'bad 1 noisy: reports test/tools/name at "wget" (Dockerfile:4: no wget) besides',
  ]));

test('a fix that differs is shown with both texts', () =>
  expect(runBad({ code: curl, fixed: curl })).toEqual([
    String.raw`bad 1 fixed: Dockerfile becomes "FROM a\nRUN curl -s x\n", not "FROM a\nRUN curl x\n"`,
  ]));

test('a fixed text that still has the finding is no fix', () => {
  const useless = { ...policy.checks!['quiet']!, fix: { insert: ' -S', after: 'name' } };
  const bad = [{ code: curl, fixed: 'FROM a\nRUN curl -S x\n' }];
  const document = { ...policy, checks: { quiet: useless }, examples: { good: [], bad } };
  expect(runExamples(document, tools).map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
    expect.stringMatching(/^fixed: the fixed text still has test\/tools\/quiet at "curl -S x"/),
  ]);
});

test('a fixed text that a parser refuses is no fix', () => {
  const document = (fix: FixDocument, bad: BadExample): PolicyDocument => ({
    ...policy,
    checks: { quiet: { where: { name: 'curl' }, require: { flags: { has: '-s' } }, fix } },
    examples: { good: ['FROM a\n'], bad: [bad] },
  });
  const said = (fix: FixDocument, bad: BadExample) =>
    runExamples(document(fix, bad), tools).map(({ message }) => message);
  expect(said({ remove: 'name' }, { code: 'FROM a\nRUN b && curl\n', fixed: 'FROM a\nRUN b &&\n' })).toEqual([
    'the fix breaks Dockerfile: a parser refuses it',
  ]);
  expect(said({ remove: 'self' }, { code: 'FROM a\nRUN b && curl\n', fixed: 'FROM a\nRUN b\n' })).toEqual([]);
});

test('an example whose Compose file is no YAML is broken, unless faults are what the policy is about', () => {
  const files = { 'compose.yaml': 'services:\n  app: [\n' };
  expect(run({ good: [{ files }] })).toEqual([expect.stringMatching(/^good 1 broken: compose\.yaml:\d+: .+/)]);
  const about: PolicyDocument = { ...policy, on: 'fault', checks: { any: { forbid: { code: 'none' } } } };
  expect(runExamples({ ...about, examples: { good: [{ files }], bad: [] } }, tools)).toEqual([]);
});

test('an example that lints nothing, or sets what is not there, is broken', () => {
  expect(run({ good: [{ files: { 'readme.md': 'x' } }] })).toEqual([
    'good 1 broken: none of its files is a Dockerfile or a Compose file by its name',
  ]);
  expect(run({ good: [{ code: 'FROM a\n', params: { name: [] } }] })).toEqual([
    'good 1 broken: test/tools has no parameter `name` (did you mean `names`?)',
  ]);
});

test('may stop at the first that does not hold', () => {
  expect(run({ good: [wget, wget], bad: [{ code: 'FROM a\n' }] })).toHaveLength(3);
  expect(run({ good: [wget, wget], bad: [{ code: 'FROM a\n' }] }, true)).toHaveLength(1);
});

test('a project of its own may be said', () => {
  const tagged: PolicyDocument = {
    ...policy,
    checks: undefined,
    on: 'stage',
    where: { 'project.tags': { has: 'type:prod' } },
    forbid: { name: { exists: false } },
  };
  const good = [{ code: 'FROM a\n', project: { tags: ['type:tool'] } }];
  const bad = [{ code: 'FROM a\n', project: { tags: ['type:prod'] } }];
  expect(runExamples({ ...tagged, examples: { good, bad } }, tools)).toEqual([]);
});
