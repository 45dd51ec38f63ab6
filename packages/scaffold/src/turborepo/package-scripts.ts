import { editJson, type JsonEdit } from '../json/edit-json.ts';
import { asFields, fieldsOf } from '../json/json-fields.ts';
import { type Edits, IMAGE_TASKS } from './image-task-edits.ts';

/** A script that is to stand in a package.json: `dockwarden build --project api`. */
export interface WantedScript {
  readonly name: string;
  /** With what comes behind `dockwarden`: `['build', '--project', 'api']`. */
  readonly words: readonly string[];
}

/**
 * Scripts as they should be. One that calls the same command is ours, whatever else it passes: what it lacks is added. One that does something else is
 * left, unless `force` says otherwise.
 */
export function scriptEdits(scripts: unknown, wanted: readonly WantedScript[], force: boolean): Edits {
  const there = asFields(scripts);
  const edits: JsonEdit[] = [];
  const foreign: string[] = [];
  for (const { name, words } of wanted) {
    const before = there[name];
    if (before !== undefined && !force && !isOurs(before, words[0]!)) foreign.push(name);
    else edits.push({ path: ['scripts', name], value: script(before, words) });
  }
  return { edits, foreign };
}

/** Whether a script calls a command of ours and nothing else. */
export function isOurs(script: unknown, command: string): script is string {
  return typeof script === 'string' && script.startsWith(`dockwarden ${command}`) && /^[^;&|<>]*$/.test(script);
}

function script(before: unknown, [command, ...options]: readonly string[]): string {
  if (!isOurs(before, command!)) return ['dockwarden', command, ...options].join(' ');
  const project = options.indexOf('--project');
  let text = before;
  if (project >= 0) {
    const whole = `--project ${options[project + 1]}`;
    text = / --project[ =]/.test(text) ? text.replace(/--project[ =](?:"[^"]*"|\S+)/, () => whole) : `${text} ${whole}`;
  }
  const flags = options.filter((_, at) => at !== project && at !== project + 1);
  return [text, ...flags.filter((flag) => !text.split(' ').includes(flag))].join(' ');
}

/** A package.json without the scripts of images, where they are ours. */
export function withoutImageScripts(text: string): string {
  const scripts = asFields(fieldsOf(text)['scripts']);
  const own = IMAGE_TASKS.filter((name) => isOurs(scripts[name], name.slice('docker-'.length)));
  return editJson(
    text,
    own.map((name) => ({ path: ['scripts', name], value: undefined })),
  );
}
