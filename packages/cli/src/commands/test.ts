import type { Command, Invocation } from './command.ts';

export const testCommand: Command = {
  spec: {
    name: 'test',
    summary: "Runs policies' own examples.",
    operands: '[policy…]',
    options: {
      mutants: {
        type: 'boolean',
        description: 'Also drops each clause in turn and demands that some example notices.',
      },
      builtin: { type: 'boolean', description: 'The policies that come with dockwarden, not those of the workspace.' },
    },
    examples: [
      ['dockwarden test', 'every policy of the workspace'],
      [
        'dockwarden test policies/house/labels.policy.yaml --mutants',
        'one file, and whether each of its clauses is needed',
      ],
      ['dockwarden test --builtin image/non-root', 'one that comes with dockwarden'],
    ],
  },
  run: test,
};

async function test({ operands, values, io }: Invocation): Promise<number> {
  const { testPolicies } = await import('@dockwarden-internal/run/test-policies');
  const outcome = await testPolicies({
    cwd: io.cwd,
    policies: operands,
    mutants: values['mutants'] === true,
    builtin: values['builtin'] === true,
    colour: io.colour,
  });
  await (outcome.exit === 2 ? io.error(outcome.text) : io.out(outcome.text));
  return outcome.exit;
}
