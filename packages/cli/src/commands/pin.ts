import { pathsFrom, unifiedDiff, visibleName } from '@dockwarden-internal/report';
import { PIN_OPTIONS } from '@dockwarden-internal/run/options/pin-options';
import { configOf } from '../arguments/common-flags.ts';
import { flagsOf } from '../arguments/flags-of.ts';
import { sayNotes } from '../output/say-notes.ts';
import { sayProblems } from '../output/say-problems.ts';
import type { Command, Invocation } from './command.ts';

export const pinCommand: Command = {
  spec: {
    name: 'pin',
    summary: 'Writes digests behind the tags of images: in FROM, COPY --from, mounts, ARG defaults and Compose files.',
    operands: '',
    options: {
      check: { type: 'boolean', description: 'Changes nothing, and exits 1 where a digest has moved or is missing.' },
      'dry-run': { type: 'boolean', description: 'Prints the edits as a diff and changes nothing.' },
      ...flagsOf(PIN_OPTIONS),
    },
    examples: [
      ['dockwarden pin', 'pins every image to the digest of today'],
      ['dockwarden pin --check', 'in CI: fails where a base has moved'],
      ['dockwarden pin --refresh', 'what the weekly workflow runs'],
    ],
  },
  run: pinAll,
};

async function pinAll({ values, io }: Invocation): Promise<number> {
  const [{ pin }, { surroundingsOf }] = await Promise.all([
    import('@dockwarden-internal/run/build/pin'),
    import('@dockwarden-internal/run/build/surroundings'),
  ]);
  const check = values['check'] === true;
  const dryRun = values['dry-run'] === true;
  const outcome = await pin({
    cwd: io.cwd,
    check,
    dryRun,
    refresh: values['refresh'] === true && !check,
    surroundings: surroundingsOf(io.env),
    signal: io.interruption(),
    ...configOf(values),
  });
  const pathOf = pathsFrom(outcome.root, io.cwd);
  if (dryRun)
    await io.out(
      unifiedDiff(
        outcome.changed.map((file) => ({ ...file, path: pathOf(file.path) })),
        { color: io.colour },
      ),
    );
  else
    for (const { path, line, name, before, after } of outcome.changes)
      await io.out(
        `${pathOf(path)}:${line}: ${visibleName(name)} ${before === undefined ? 'is pinned to' : 'has moved to'} ${after}\n`,
      );
  await sayNotes(outcome.notes, io);
  const exit = await sayProblems(outcome, io);
  if (exit !== 0) return exit;
  if (outcome.changes.length === 0) await io.out('every tag stands beside the digest that it points to\n');
  return check && outcome.changes.length > 0 ? 1 : 0;
}
