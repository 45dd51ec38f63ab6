import { pathsFrom } from '@dockwarden-internal/report';
import { changeDiff } from '@dockwarden-internal/run/setup/change-diff';
import { CONFIG_FLAG, configOf } from '../arguments/common-flags.ts';
import { sayProblems } from '../output/say-problems.ts';
import type { Command, Invocation } from './command.ts';

export const syncCommand: Command = {
  spec: {
    name: 'sync',
    summary:
      'Brings what follows from the workspace in step with it: marked blocks of manifests in Dockerfiles, and the tasks of Turborepo.',
    operands: '',
    options: {
      check: { type: 'boolean', description: 'Changes nothing, and exits 1 where a file is behind.' },
      'dry-run': { type: 'boolean', description: 'Prints the edits as a diff and changes nothing.' },
      ...CONFIG_FLAG,
    },
    examples: [
      ['dockwarden sync', 'after a dependency between projects, a COPY line or a Dockerfile has come or gone'],
      ['dockwarden sync --check', 'in CI: fails where somebody forgot'],
    ],
    notes: [
      'Exit: 0 all is in step, 1 with --check a file is behind, 2 bad arguments or configuration, 3 a file cannot be written.',
    ],
  },
  run: runSync,
};

async function runSync({ values, io }: Invocation): Promise<number> {
  const { sync } = await import('@dockwarden-internal/run/sync/sync');
  const check = values['check'] === true;
  const dryRun = values['dry-run'] === true;
  const outcome = await sync({
    cwd: io.cwd,
    check: check || dryRun,
    ...configOf(values),
  });
  const pathOf = pathsFrom(outcome.root, io.cwd);
  if (dryRun) await io.out(changeDiff(outcome.changes, pathOf, io.colour));
  else
    for (const { path, state } of outcome.changes) {
      const done = state === 'removed' ? 'removed' : 'written anew';
      await io.out(`${pathOf(path)} is ${check ? 'behind the workspace: dockwarden sync' : done}\n`);
    }
  await sayProblems(outcome, io);
  if (outcome.changes.length === 0 && outcome.exit === 0) await io.out('everything is in step with the workspace\n');
  return dryRun && !check && outcome.exit === 1 ? 0 : outcome.exit;
}
