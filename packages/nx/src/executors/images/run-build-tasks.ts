import { wantsColor } from '../wants-color.ts';
import { type BuildLog, buildLog } from './build-log.ts';
import type { BuildOptions, BuildOutcome, ImageTargetOptions } from './build-types.ts';
import { clearExtracted } from './clear-extracted.ts';
import { EXTRACT_FOLDER } from './extract-folder.ts';
import type { ImageRun } from './image-run.ts';
import type { ImageTask, ImageTaskResult } from './image-task.ts';
import { type BuildTask, imageOptionsIn, readBuildTask } from './read-build-task.ts';
import { shareOfBuild } from './share-of-build.ts';

export type BuildKind = 'build' | 'push' | 'extract';

/** Runs tasks with equal options as one build: one reading of the workspace, one session of the builder, whatever their number. */
export async function* runBuildTasks(
  kind: BuildKind,
  tasks: readonly ImageTask[],
  run: ImageRun,
): AsyncGenerator<ImageTaskResult> {
  const ready: BuildTask[] = [];
  for (const task of tasks) {
    const read = readBuildTask(task, run.optionsOf.get(task.project) ?? {}, run.builds);
    if ('fault' in read) yield failure(task, read.fault);
    else ready.push(read);
  }
  for (const group of groupByOptions(ready)) yield* runGroup(kind, group, run);
}

async function* runGroup(kind: BuildKind, group: readonly BuildTask[], run: ImageRun): AsyncGenerator<ImageTaskResult> {
  const log = buildLog(run.say);
  let outcome: BuildOutcome;
  try {
    outcome = await run.builds.build({ ...buildOptionsOf(kind, group, run), onEvent: log.onEvent });
  } catch (error) {
    // A bug of ours: the tasks of the group end with it, and those of other groups go on.
    const text =
      error instanceof Error ? (run.env['NX_VERBOSE_LOGGING'] === 'true' && error.stack) || error.message : error;
    for (const { task } of group) yield failure(task, `dockwarden failed: ${text}`);
    return;
  }
  // What stops before anything is planned may be the fault of one of them, and is none of the others' business.
  if (group.length > 1 && outcome.images.length === 0 && !isEverybodys(outcome)) {
    const sound: BuildTask[] = [];
    for (const one of group) {
      const planned = await run.builds.build({ ...buildOptionsOf(kind, [one], run), dryRun: true });
      if (planned.images.length > 0) sound.push(one);
      else yield resultOf(one, [one], planned, log, run);
    }
    // Each is sound by itself: then it is their company that is not.
    if (sound.length < group.length) yield* runGroup(kind, sound, run);
    else for (const one of sound) yield* runGroup(kind, [one], run);
    return;
  }
  for (const one of group) yield resultOf(one, group, outcome, log, run);
}

function resultOf(
  one: BuildTask,
  group: readonly BuildTask[],
  outcome: BuildOutcome,
  log: BuildLog,
  { builds, env, workspaceRoot }: ImageRun,
): ImageTaskResult {
  const share = shareOfBuild(one, group, outcome);
  const printing = { cwd: workspaceRoot, color: wantsColor(env), explain: one.how.explain === true };
  // The Bake file of a dry run is that of all; it is shown once.
  const bake = outcome.bake && one === group[0] ? `${JSON.stringify(outcome.bake, undefined, 2)}\n` : '';
  const parts = [
    log.textOf(share.outcome.images.map(({ image }) => image)),
    bake,
    builds.printBuild(share.outcome, printing),
    share.missing === undefined ? '' : `${share.missing}\n`,
  ];
  return { task: one.task.id, result: { success: share.success, terminalOutput: parts.join('') } };
}

function buildOptionsOf(kind: BuildKind, group: readonly BuildTask[], run: ImageRun): BuildOptions {
  const { stages, folder, explain: _printed, ...how } = group[0]!.how;
  const own = new Map<string, ImageTargetOptions>();
  for (const [project, raw] of run.optionsOf) {
    const read = imageOptionsIn(raw, run.builds);
    // A fault is that of the project's own task.
    if ('options' in read) setIfAny(own, project, read.options);
  }
  for (const { task, own: options } of group) setIfAny(own, task.project, options);
  if (kind === 'extract') clearExtracted(run.workspaceRoot, folder, group);
  const skips = run.env['NX_SKIP_NX_CACHE'] === 'true' || run.env['NX_DISABLE_NX_CACHE'] === 'true';
  return {
    ...how,
    cwd: run.workspaceRoot,
    images: group.flatMap(({ images }) => images),
    projects: group.filter(({ images }) => images.length === 0).map(({ task }) => task.project),
    // Beside files that are taken out, an attestation would be a file that differs every time.
    settings: { ...(kind === 'extract' && { provenance: 'off' as const }), ...group[0]!.settings },
    projectSettings: own,
    trustGenerated: true,
    push: kind === 'push',
    ...(kind === 'extract' && {
      output: { type: 'local', folder: folder ?? EXTRACT_FOLDER },
      stages: new Map(group.flatMap((each) => (each.how.stages ?? []).map(stageOf))),
    }),
    ...(skips && { lookup: false }),
    surroundings: run.builds.surroundingsOf(run.env),
    signal: run.signal,
  };
}

function setIfAny(own: Map<string, ImageTargetOptions>, project: string, options: ImageTargetOptions): void {
  if (Object.keys(options).length > 0) own.set(project, options);
  else own.delete(project);
}

function stageOf(word: string): [string, string] {
  const at = word.indexOf('=');
  return [word.slice(0, at), word.slice(at + 1)];
}

/** One run has one set of options, and one image of each name. */
function groupByOptions(tasks: readonly BuildTask[]): BuildTask[][] {
  const groups = new Map<string, BuildTask[]>();
  for (const each of tasks) {
    const { stages: _own, ...how } = each.how;
    for (let turn = 0; ; turn++) {
      const key = JSON.stringify([how, each.settings, turn]);
      const group = groups.get(key);
      if (group?.some(({ task }) => task.project === each.task.project)) continue;
      if (group) group.push(each);
      else groups.set(key, [each]);
      break;
    }
  }
  return [...groups.values()];
}

/** True where nothing would be otherwise for a part of the tasks. */
function isEverybodys({ diagnostics, exitCode }: BuildOutcome): boolean {
  return exitCode === 130 || diagnostics.every(({ code }) => /^(?:config|engine|git|registry)\//.test(code));
}

function failure(task: ImageTask, message: string): ImageTaskResult {
  return { task: task.id, result: { success: false, terminalOutput: `${message}\n` } };
}
