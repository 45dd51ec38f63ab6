import { CONFIG_FLAG, configOf } from '../arguments/common-flags.ts';
import { refuse } from '../output/refuse.ts';
import type { Command, Invocation } from './command.ts';

export const policiesCommand: Command = {
  spec: {
    name: 'policies',
    summary: 'Lists the policies that run here, or begins a new one.',
    operands: '[new AREA/NAME]',
    options: {
      ...CONFIG_FLAG,
      pack: { type: 'string[]', value: 'NAME', description: "Pack instead of the configuration's." },
      search: {
        type: 'string',
        value: 'TEXT',
        description: 'Policies that speak of this, or that another tool calls so; also those that are off.',
      },
      all: { type: 'boolean', description: 'Also policies that are off.' },
      format: { type: 'string', choices: ['table', 'json'], description: 'table (default) or json.' },
      'dry-run': { type: 'boolean', description: 'With new: prints the file and writes nothing.' },
    },
    examples: [
      ['dockwarden policies', 'what runs, with severity, reach, packs and where it is configured'],
      ['dockwarden policies --all --format json', 'every policy there is'],
      ['dockwarden policies --search DL3008', 'what holds for a rule of another tool'],
      [
        'dockwarden policies new house/labels',
        'a new policy in policies/house/labels.policy.yaml, whose examples fail',
      ],
    ],
  },
  run: policies,
};

async function policies({ operands, values, io }: Invocation): Promise<number> {
  const [verb, id, ...more] = operands;
  if (verb === 'new') {
    if (id === undefined || more.length > 0)
      return refuse(io, 'policies new takes one id: dockwarden policies new house/labels');
    const stray = ['all', 'config', 'format', 'pack', 'search'].find((name) => values[name] !== undefined);
    if (stray) return refuse(io, `--${stray} is about the list of policies, not about policies new`);
    const { newPolicy } = await import('@dockwarden-internal/run/new-policy');
    const made = await newPolicy({ cwd: io.cwd, id, dryRun: values['dry-run'] === true });
    if ('fault' in made) return refuse(io, made.fault, made.exit);
    await io.out(made.text);
    return 0;
  }
  if (values['dry-run']) return refuse(io, '--dry-run goes with policies new');
  if (verb !== undefined)
    return refuse(
      io,
      `policies has no ${JSON.stringify(verb)}: dockwarden policies, or dockwarden policies new AREA/NAME`,
    );
  const { listPolicies } = await import('@dockwarden-internal/run/list-policies');
  const list = await listPolicies({
    cwd: io.cwd,
    all: values['all'] === true,
    ...(values['search'] !== undefined && { search: values['search'] as string }),
    format: values['format'] === 'json' ? 'json' : 'table',
    ...configOf(values),
    ...(values['pack'] !== undefined && { packs: values['pack'] as readonly string[] }),
  });
  if ('fault' in list) return refuse(io, list.fault);
  await io.out(list.text);
  return 0;
}
