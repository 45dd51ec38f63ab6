import { loadBuilds } from '@dockwarden-internal/run';
import type { ExecutorContext } from '@nx/devkit';
import type { ImageRun } from './image-run.ts';
import type { RawOptions } from './image-task.ts';

const BUILD_EXECUTOR = '@dockwarden/nx:build';

/** What the tasks of this process run in; an interruption of the process ends their builds. */
export async function openImageRun(context: Pick<ExecutorContext, 'root' | 'projectGraph'>): Promise<ImageRun> {
  return {
    workspaceRoot: context.root,
    builds: await loadBuilds(),
    env: process.env,
    signal: interruption(),
    optionsOf: optionsOfBuilds(context.projectGraph),
    say: (line) => void process.stderr.write(`${line}\n`),
  };
}

/** What the targets that build images say, by project: Nx has added `targetDefaults` and what other plugins say. */
export function optionsOfBuilds(
  graph: Pick<NonNullable<ExecutorContext['projectGraph']>, 'nodes'>,
): Map<string, RawOptions> {
  return new Map(
    Object.entries(graph?.nodes ?? {}).flatMap(([name, { data }]) => {
      const target = Object.values(data.targets ?? {}).find(({ executor }) => executor === BUILD_EXECUTOR);
      const { images: _inferred, ...options } = (target?.options ?? {}) as RawOptions;
      return Object.keys(options).length > 0 ? [[name, options] as const] : [];
    }),
  );
}

/** Nx hands the signals on that it gets, and at a terminal the process gets Ctrl-C itself: the first ends the builds in order. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => controller.abort());
  return controller.signal;
}
