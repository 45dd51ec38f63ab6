import { relative, resolve, sep } from 'node:path';
import type { LintOutcome } from '@dockwarden-internal/run';
import { logger, readProjectConfiguration, type Tree } from 'nx/src/devkit-exports';
import type { Linter } from '../../executors/lint/linter.ts';
import { loadLinter } from '../../executors/lint/load-linter.ts';
import type { DockerFixOptions } from '../../options/docker-fix-options.ts';

/** Plans the fixes and writes them to Nx's tree, so that `--dry-run` and the preview in an editor show them first. */
export async function dockerFixGenerator(tree: Tree, options: DockerFixOptions): Promise<void> {
  await planFixes(tree, options, await loadLinter());
}

export async function planFixes(tree: Tree, { project, unsafe }: DockerFixOptions, linter: Linter): Promise<void> {
  const outcome = await linter.lint({
    cwd: tree.root,
    ...(project !== undefined && { paths: [readProjectConfiguration(tree, project).root] }),
    fix: true,
    dryRun: true,
    unsafe: unsafe ?? false,
  });
  stopOnDiagnostics(outcome);
  for (const { path, before, after } of outcome.changed) {
    const inTree = relative(tree.root, resolve(outcome.root, path)).split(sep).join('/');
    if (tree.read(inTree, 'utf8') === before) tree.write(inTree, after);
    else logger.warn(`${inTree} is left alone: another generator has changed it in this run.`);
  }
  if (outcome.changed.length === 0) logger.info('Nothing to fix.');
}

/** A plan made under a broken configuration would be no plan of the user's. */
function stopOnDiagnostics({ report, exitCode }: LintOutcome): void {
  if (exitCode < 2) return;
  const sentences = report.diagnostics.map(({ message, hint, path }) =>
    [path, message, hint].filter(Boolean).join(': '),
  );
  throw new Error(sentences.join('\n') || 'dockwarden could not lint the workspace.');
}
