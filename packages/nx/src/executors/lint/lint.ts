import type { ExecutorContext } from '@nx/devkit';
import { hasFixMark } from './fix-mark.ts';
import { lintTask, type RawOptions } from './lint-task.ts';
import { loadLinter } from './load-linter.ts';
import { graphByFolder } from './project-graph.ts';
import { runLintTasks } from './run-lint-tasks.ts';
import { selectedFiles } from './selected-files.ts';

/** The executor for one task: what Nx runs with `--batch=false`. */
export async function lintExecutor(options: RawOptions, context: ExecutorContext): Promise<{ success: boolean }> {
  const { root: workspaceRoot, projectName = '', targetName = '', projectsConfigurations } = context;
  const project = projectsConfigurations.projects[projectName];
  const task = lintTask(
    {
      id: `${projectName}:${targetName}`,
      project: projectName,
      root: project?.root ?? '.',
      cached: project?.targets?.[targetName]?.cache === true,
      marked: hasFixMark(project, targetName, context.nxJsonConfiguration),
    },
    options,
  );
  const selected = selectedFiles(context);
  let success = true;
  for await (const { result } of runLintTasks([task], {
    workspaceRoot,
    linter: await loadLinter(),
    env: process.env,
    graph: graphByFolder(context.projectGraph),
    ...(selected && { selected }),
  })) {
    process.stdout.write(result.terminalOutput);
    success &&= result.success;
  }
  return { success };
}
