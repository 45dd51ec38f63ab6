import { CONFIG_FLAG, configOf } from '../arguments/common-flags.ts';
import { sayProblems } from '../output/say-problems.ts';
import type { Command, Invocation } from './command.ts';

export const waiversCommand: Command = {
  spec: {
    name: 'waivers',
    summary: 'Lists the waivers with what each silences, and says which have ended, are unused or belong to nobody.',
    operands: '',
    options: {
      format: { type: 'string', choices: ['pretty', 'json'], description: 'pretty (default) or json.' },
      ...CONFIG_FLAG,
    },
    examples: [
      ['dockwarden waivers', 'who may do what until when, and whether it is still needed'],
      ['dockwarden lint --no-waivers', 'what the waivers allow, too'],
    ],
    notes: [
      'Exit: 0 all are in order, 1 one has ended, silences nothing, lasts too long or belongs to nobody, 2 the file or the configuration has a fault, 3 a file cannot be read.',
    ],
  },
  run: runWaivers,
};

async function runWaivers({ values, io }: Invocation): Promise<number> {
  const [{ checkWaivers }, { waiversJson, waiversText }] = await Promise.all([
    import('@dockwarden-internal/run/governance/check-waivers'),
    import('@dockwarden-internal/run/governance/print-waivers'),
  ]);
  const outcome = await checkWaivers({
    cwd: io.cwd,
    ...configOf(values),
    ...(io.env['PATH'] !== undefined && { searchPath: io.env['PATH'] }),
  });
  const view = {
    cwd: io.cwd,
    version: io.version,
    color: io.colour,
    ...(io.columns !== undefined && { width: io.columns }),
  };
  if (outcome.diagnostics.length === 0)
    await io.out(values['format'] === 'json' ? waiversJson(outcome, view) : waiversText(outcome, view));
  await sayProblems(outcome, io);
  return outcome.exit;
}
