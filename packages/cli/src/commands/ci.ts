import { CI_OPTIONS } from '@dockwarden-internal/run/options/ci-options';
import { flagsOf } from '../arguments/flags-of.ts';
import type { Command, Invocation } from './command.ts';

export const ciCommand: Command = {
  spec: {
    name: 'ci',
    summary:
      'Writes a workflow for GitHub Actions: lints and builds what a change affects, pushes what lands, renews weekly.',
    operands: '',
    options: {
      ...flagsOf(CI_OPTIONS),
      'dry-run': { type: 'boolean', description: 'Prints the files and writes nothing.' },
      force: { type: 'boolean', description: 'Replaces a workflow that says something else.' },
    },
    examples: [
      ['dockwarden ci', 'writes .github/workflows/containers.yml'],
      ['dockwarden ci --dry-run', 'prints it'],
      ['dockwarden ci --branch trunk --registry registry.acme.io', 'another branch, another registry'],
    ],
  },
  run: ci,
};

async function ci({ operands, values, io }: Invocation): Promise<number> {
  if (operands.length > 0) return refuse(`ci takes no ${JSON.stringify(operands[0])}: dockwarden help ci`);
  const { writeCi } = await import('@dockwarden-internal/run/write-ci');
  const written = await writeCi({
    cwd: io.cwd,
    dryRun: values['dry-run'] === true,
    force: values['force'] === true,
    ...(values['branch'] !== undefined && { branch: values['branch'] as string }),
    ...(values['registry'] !== undefined && { registry: values['registry'] as string }),
  });
  if ('fault' in written) return refuse(written.fault, written.exit);
  await io.out(written.text);
  return 0;

  async function refuse(sentence: string, exit = 2): Promise<number> {
    await io.error(`dockwarden: ${sentence}\n`);
    return exit;
  }
}
