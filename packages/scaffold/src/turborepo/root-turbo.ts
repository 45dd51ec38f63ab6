import type { JsonEdit } from '../json/edit-json.ts';
import { editJson } from '../json/edit-json.ts';
import { asFields, fieldsOf } from '../json/json-fields.ts';
import clientEnvironment from './client-environment.json';
import { IMAGE_TASKS, taskEdits, type WantedTask } from './image-task-edits.ts';
import { areOurs } from './task-inputs.ts';

/** The task that lints the whole workspace in one process. Source: Turborepo, "Root Tasks". */
export const LINT_TASK = '//#docker-lint';

export interface RootTurboRequest {
  /** What lint reads. */
  readonly lintInputs: readonly string[];
  /** Variables that hold secrets of images. */
  readonly environment: readonly string[];
  /** The images of the root itself, or of folders that are no package. */
  readonly images?: WantedTask;
  /** Whether Turborepo is one that selects tasks by their inputs when it is asked to. */
  readonly affectedByInputs: boolean;
  readonly force: boolean;
}

export interface PlannedText {
  readonly text: string;
  /** What of it says something else, and is left. */
  readonly foreign: readonly string[];
}

/** Whether the tasks of a workspace have been written by us. */
export function isInitialized(text: string): boolean {
  return areOurs(asFields(asFields(fieldsOf(text)['tasks'])[LINT_TASK])['inputs']);
}

/** The root's turbo.json with our tasks. */
export function rootTurbo(text: string, request: RootTurboRequest): PlannedText {
  const fields = fieldsOf(text);
  const tasks = asFields(fields['tasks']);
  const lint = taskEdits(LINT_TASK, tasks[LINT_TASK], { inputs: request.lintInputs, dependsOn: [] }, request.force);
  const common = IMAGE_TASKS.map((name) => commonEdits(name, name, tasks[name], request));
  const root = IMAGE_TASKS.flatMap((name) => {
    if (!request.images) return [];
    const task = `//#${name}`;
    const own = taskEdits(task, tasks[task], request.images, request.force);
    return own.foreign.length > 0 ? [own] : [commonEdits(task, task, tasks[task], request), own];
  });
  const parts = [lint, ...common, ...root];
  const isAsked = asFields(fields['futureFlags'])['affectedUsingTaskInputs'] !== undefined;
  return {
    text: editJson(text, [
      ...(request.affectedByInputs && !isAsked
        ? [{ path: ['futureFlags', 'affectedUsingTaskInputs'], value: true }]
        : []),
      ...lint.edits,
      ...(lint.foreign.length === 0 ? lintSettings(tasks[LINT_TASK]) : []),
      ...[...common, ...root].flatMap(({ edits }) => edits),
    ]),
    foreign: parts.flatMap(({ foreign }) => foreign),
  };
}

/** Nothing but what it prints comes out of it, and its cache of results lies where the user's caches do. */
function lintSettings(there: unknown): JsonEdit[] {
  const { outputs, passThroughEnv } = asFields(there);
  return [
    ...(outputs === undefined ? [{ path: ['tasks', LINT_TASK, 'outputs'], value: [] }] : []),
    ...(passThroughEnv === undefined
      ? [{ path: ['tasks', LINT_TASK, 'passThroughEnv'], value: ['XDG_CACHE_HOME'] }]
      : []),
  ];
}

/** What all tasks of images have: no answer from the cache, which cannot know whether the image is still there, and the engine's variables. */
function commonEdits(task: string, name: string, there: unknown, { environment, force }: RootTurboRequest) {
  const { cache, passThroughEnv } = asFields(there);
  const passed = Array.isArray(passThroughEnv) ? passThroughEnv : [];
  const isOurs = cache === false && passed.includes('DOCKER_*');
  if (there !== undefined && !isOurs && !force && !task.startsWith('//')) return { edits: [], foreign: [name] };
  const wanted = [...(isOurs ? [] : clientEnvironment), ...environment].filter(
    (variable) => !passed.includes(variable),
  );
  const edits: JsonEdit[] = [
    { path: ['tasks', task, 'cache'], value: false },
    ...(wanted.length > 0 ? [{ path: ['tasks', task, 'passThroughEnv'], value: [...passed, ...wanted] }] : []),
  ];
  return { edits, foreign: [] as string[] };
}
