import { CI_OPTIONS } from '@dockwarden-internal/run/options/ci-options';
import { PLAN_FLAG } from '../arguments/common-flags.ts';
import { flagsOf, valuesOf } from '../arguments/flags-of.ts';
import { sayNotes } from '../output/say-notes.ts';
import { sayProblems } from '../output/say-problems.ts';
import type { Command, Invocation } from './command.ts';

export const ciCommand: Command = {
  spec: {
    name: 'ci',
    summary:
      'Writes workflows for GitHub Actions or GitLab CI: lints, builds what a change affects, pushes what lands, renews weekly.',
    operands: '',
    options: {
      ...flagsOf(CI_OPTIONS),
      ...PLAN_FLAG,
      force: { type: 'boolean', description: 'Replaces a workflow that says something else.' },
    },
    examples: [
      ['dockwarden ci', 'the workflow for the forge that the workspace is at'],
      ['dockwarden ci --dry-run', 'prints it'],
      ['dockwarden ci --provider gitlab --cache none', 'jobs for GitLab CI, and an include of them'],
      ['dockwarden ci --branch trunk --registry registry.acme.io', 'another branch, another registry'],
      ['dockwarden ci --matrix --sbom', 'a job for each image, and bills of materials'],
    ],
    notes: [
      'A file that says something else is left, and the difference shown; a second run changes nothing.',
      'Exit: 0 written or nothing to change, 1 a file says something else, 2 bad arguments or configuration, 3 a file cannot be read or written.',
    ],
  },
  run: ci,
};

async function ci({ values, io }: Invocation): Promise<number> {
  const [{ writeCi }, { printCi }] = await Promise.all([
    import('@dockwarden-internal/run/ci/write-ci'),
    import('@dockwarden-internal/run/ci/print-ci'),
  ]);
  const dryRun = values['dry-run'] === true;
  const outcome = await writeCi({
    cwd: io.cwd,
    values: valuesOf(CI_OPTIONS, values),
    dryRun,
    force: values['force'] === true,
  });
  const text = printCi(outcome, { cwd: io.cwd, color: io.colour, dryRun });
  await (outcome.exit === 0 ? io.out(text) : io.error(text));
  await sayNotes(outcome.notes, io);
  await sayProblems(outcome, io);
  return outcome.exit;
}
