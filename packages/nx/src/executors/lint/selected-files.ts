import type { ExecutorContext } from '@nx/devkit';
import { registeredSelection } from '../../inference/registered-selection.ts';

const LINT_EXECUTOR = '@dockwarden/nx:lint';

/**
 * The files of all lint targets, where options of the plugin leave some of the workspace's out: what its policies look at in place of the
 * whole workspace. Undefined where nothing is left out.
 */
export function selectedFiles({
  projectGraph,
  nxJsonConfiguration,
}: Pick<ExecutorContext, 'projectGraph' | 'nxJsonConfiguration'>): readonly string[] | undefined {
  const isSelected = registeredSelection(nxJsonConfiguration ?? null);
  if (!isSelected) return undefined;
  const targets = Object.values(projectGraph?.nodes ?? {}).flatMap(({ data }) => Object.values(data.targets ?? {}));
  const files = targets.flatMap(({ executor, options }) => (executor === LINT_EXECUTOR ? (options?.files ?? []) : []));
  return [...new Set(files as string[])].filter(isSelected).sort();
}
