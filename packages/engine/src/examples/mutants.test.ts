import { type PolicyDocument, platformPattern } from '@dockwarden-internal/policy';
import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';
import { mutantsOf, survivingMutants } from './mutants.ts';

const policy: PolicyDocument = {
  dockwarden: 'policy/v1',
  id: 'test/tools',
  title: 'No wget',
  category: 'style',
  severity: 'warning',
  why: 'Because.',
  params: {
    names: { description: 'Names.', type: 'array', items: { type: 'string' }, default: ['wget'] },
    every: { description: 'Every stage.', type: 'boolean', default: true },
  },
  terms: { quiet: { flags: { has: '-q' } } },
  on: 'command',
  where: { name: { oneOf: { param: 'names' } }, 'params.every': true },
  checks: {
    quiet: { unless: { is: 'quiet' }, forbid: { any: [{ name: 'wget' }, { name: 'curl' }] }, at: 'name' },
    same: { forbid: { after: { some: { name: { fact: 'self.name' } } } } },
  },
};

const changes = (document: PolicyDocument) => mutantsOf(document).map(({ path, change }) => `${path} ${change}`);

test('every clause is dropped in turn, once for each policy that comes of it; references are blanked, parameters turned', () =>
  expect(changes(policy)).toEqual([
    'where.name dropped',
    'where.params.every dropped',
    'checks.quiet dropped',
    'checks.quiet.unless.is dropped',
    'checks.quiet.forbid.any dropped',
    'checks.quiet.forbid.any.0 dropped',
    'checks.quiet.forbid.any.1 dropped',
    'checks.quiet.at dropped',
    'checks.same dropped',
    'terms.quiet.flags dropped',
    'checks.same.forbid.after.some.name blanked',
    'params.names.default emptied',
    'params.every.default flipped',
  ]));

test('the policy itself stays as it is', () => {
  const before = structuredClone(policy);
  mutantsOf(policy);
  expect(policy).toEqual(before);
});

test('a mutant survives where no example notices', () => {
  const tools = { parseYaml, compilePattern: platformPattern };
  const document: PolicyDocument = {
    ...policy,
    params: undefined,
    terms: undefined,
    checks: undefined,
    where: { name: 'wget', subcommand: { exists: false } },
    forbid: { flags: { has: '-q' } },
    examples: { good: ['FROM a\nRUN wget x\n', 'FROM a\nRUN ls -q\n'], bad: [{ code: 'FROM a\nRUN wget -q x\n' }] },
  };
  expect(survivingMutants(document, tools).map(({ path }) => path)).toEqual(['where.subcommand']);
});
