import type { ProjectGraph } from '@dockwarden-internal/workspace/project-graph';
import { logger } from 'nx/src/devkit-exports';
import type { Linter } from '../../executors/lint/linter.ts';

/** Prints what policies say of projects as they are on the disk: of files that a generator kept. */
export async function sayFindings(
  linter: Linter,
  cwd: string,
  { projects, graph }: { readonly projects: readonly string[]; readonly graph: ProjectGraph },
): Promise<void> {
  const outcome = await linter.lint({ cwd, projects, ...(graph.size > 0 && { graph }) });
  const text = await linter.render('pretty', outcome, { cwd, color: false });
  logger.info(`\n${text}`);
}
