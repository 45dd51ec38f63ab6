import { pathsFrom, unifiedDiff } from '@dockwarden-internal/report';
import { CONFIG_FLAG, configOf } from '../arguments/common-flags.ts';
import { sayProblems } from '../output/say-problems.ts';
import type { Command, Invocation } from './command.ts';

export const baselineCommand: Command = {
  spec: {
    name: 'baseline',
    summary: 'Writes down the findings that there are, so that only new ones fail; run again, it only shrinks.',
    operands: '',
    options: {
      'accept-new': { type: 'boolean', description: 'Also takes in what is new.' },
      check: { type: 'boolean', description: 'Changes nothing, and exits 1 where the baseline could be smaller.' },
      'dry-run': { type: 'boolean', description: 'Prints the change as a diff and changes nothing.' },
      ...CONFIG_FLAG,
    },
    examples: [
      ['dockwarden baseline', 'what is found today is known from now on; later: forget what has been mended'],
      ['dockwarden baseline --check', 'in CI: fails where something was mended and the baseline still holds it'],
      ['dockwarden lint --no-baseline', 'what the baseline knows, too'],
    ],
    notes: [
      'Exit: 0 written, or as small as it can be; 1 something new is not in it, or with --check it could be smaller; 2 bad arguments or configuration; 3 a file cannot be read or written.',
    ],
  },
  run: runBaseline,
};

async function runBaseline({ values, io }: Invocation): Promise<number> {
  const [{ writeBaseline }, { baselineSentences }] = await Promise.all([
    import('@dockwarden-internal/run/governance/write-baseline'),
    import('@dockwarden-internal/run/governance/print-baseline'),
  ]);
  const acceptNew = values['accept-new'] === true;
  const check = values['check'] === true;
  const dryRun = values['dry-run'] === true;
  if (check && acceptNew) {
    await io.error('dockwarden: --check changes nothing and --accept-new takes in what is new: take one\n');
    return 2;
  }
  const outcome = await writeBaseline({
    cwd: io.cwd,
    acceptNew,
    check: check || dryRun,
    ...configOf(values),
    ...(io.env['PATH'] !== undefined && { searchPath: io.env['PATH'] }),
  });
  const { root, done } = outcome;
  const pathOf = pathsFrom(root, io.cwd);
  if (done && dryRun) {
    const { path, before, after } = done.file;
    await io.out(unifiedDiff([{ path: pathOf(path), before: before ?? '', after }], { color: io.colour }));
  } else if (done) await io.out(baselineSentences(done, { check, acceptNew, pathOf }));
  await sayProblems(outcome, io);
  return dryRun && !check && outcome.exit === 1 ? 0 : outcome.exit;
}
