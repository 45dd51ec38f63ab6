import { editJson } from '../json/edit-json.ts';
import { asFields, fieldsOf } from '../json/json-fields.ts';
import { IMAGE_TASKS, taskEdits, type WantedTask } from './image-task-edits.ts';
import type { PlannedText } from './root-turbo.ts';
import { areOurs } from './task-inputs.ts';

const EMPTY = '{\n  "extends": ["//"]\n}\n';

/** A package's turbo.json with the tasks of its images. Source: Turborepo reference, "Package Configurations". */
export function packageTurbo(text: string | undefined, wanted: WantedTask, force: boolean): PlannedText {
  const tasks = asFields(fieldsOf(text ?? EMPTY)['tasks']);
  const parts = IMAGE_TASKS.map((name) => taskEdits(name, tasks[name], wanted, force));
  return {
    text: editJson(
      text ?? EMPTY,
      parts.flatMap(({ edits }) => edits),
    ),
    foreign: parts.flatMap(({ foreign }) => foreign),
  };
}

/** How the tasks of a package name what lies outside of it: by `$TURBO_ROOT$`, or by `../`; undefined where there are none. */
export function turboRootOf(text: string | undefined): boolean | undefined {
  const tasks = asFields(fieldsOf(text ?? EMPTY)['tasks']);
  const lists = IMAGE_TASKS.map((name) => asFields(tasks[name])['inputs']).filter(areOurs);
  return lists.length === 0 ? undefined : lists[0]!.some((entry) => String(entry).startsWith('$TURBO_ROOT$/'));
}

/** The same without them, where the package has no image any more; undefined where nothing else is said in it. */
export function withoutImageTasks(text: string): string | undefined {
  const fields = fieldsOf(text);
  const tasks = asFields(fields['tasks']);
  const own = IMAGE_TASKS.filter((name) => areOurs(asFields(tasks[name])['inputs']));
  if (own.length === 0) return text;
  const isAll = own.length === Object.keys(tasks).length;
  const others = Object.keys(fields).filter((key) => !['$schema', 'extends', 'tasks'].includes(key));
  if (isAll && others.length === 0) return undefined;
  return editJson(
    text,
    isAll ? [{ path: ['tasks'], value: undefined }] : own.map((name) => ({ path: ['tasks', name], value: undefined })),
  );
}
