import type { JsonEdit } from '../json/edit-json.ts';
import { asFields } from '../json/json-fields.ts';
import { areOurs, mergedInputs } from './task-inputs.ts';

/** The two tasks that a package with images has. */
export const IMAGE_TASKS = ['docker-build', 'docker-push'] as const;

/** What decides whether a task has to run, and what runs before it. */
export interface WantedTask {
  readonly inputs: readonly string[];
  /** Builds that make what git ignores and an image copies: `build`, `web#build`. */
  readonly dependsOn: readonly string[];
}

export interface Edits {
  readonly edits: readonly JsonEdit[];
  /** Names of tasks or scripts that say something else, and are left. */
  readonly foreign: readonly string[];
}

/**
 * The inputs and dependencies of a task as they should be. One of that name that is not ours is left, unless `force` says otherwise. Of dependencies
 * none is taken away, since nothing tells who has added it: one too many costs time, one too few an image.
 */
export function taskEdits(name: string, there: unknown, wanted: WantedTask, force: boolean): Edits {
  const { inputs, dependsOn } = asFields(there);
  if (there !== undefined && !areOurs(inputs) && !force) return { edits: [], foreign: [name] };
  const before = Array.isArray(dependsOn) ? dependsOn : [];
  const missing = wanted.dependsOn.filter((task) => !before.includes(task));
  return {
    edits: [
      { path: ['tasks', name, 'inputs'], value: mergedInputs(inputs, wanted.inputs) },
      ...(missing.length > 0 ? [{ path: ['tasks', name, 'dependsOn'], value: [...before, ...missing] }] : []),
    ],
    foreign: [],
  };
}
