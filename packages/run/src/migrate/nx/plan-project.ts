import type { JsonEdit } from '@dockwarden-internal/scaffold';
import type { Remark } from '../migration.ts';
import { convertTarget } from './convert-target.ts';
import type { FoundTarget } from './found-target.ts';
import type { Json, NxProject, TargetFile } from './open-nx.ts';

/** One place of a file. */
export interface NamedEdit {
  readonly path: string;
  readonly edit: TargetEdit;
}

export interface TargetEdit extends JsonEdit {
  /** A key that is called like the last of the path before the value is set. */
  readonly instead?: string;
}

export interface ProjectPlan {
  readonly edits: readonly NamedEdit[];
  readonly carried: readonly Remark[];
  readonly left: readonly Remark[];
  /** New names of targets, by the old ones. */
  readonly renamed: ReadonlyMap<string, string>;
  /** A file whose target of ours says something else, which only force replaces. */
  readonly differs?: string;
  /** Whether targets stay that the other plugin runs. */
  readonly keepsPlugin: boolean;
}

/** What else a project's targets of ours are to say. */
export interface MoreOptions {
  readonly push?: Json;
  readonly run?: Json;
}

const EXECUTORS: Readonly<Record<string, string>> = {
  'docker-build': '@dockwarden/nx:build',
  'docker-push': '@dockwarden/nx:push',
  'docker-run': '@dockwarden/nx:run',
};

/** The edits of a project's files that put targets of ours in the place of those that were found. */
export function planProject(
  { name: project, root, files }: NxProject,
  found: readonly FoundTarget[],
  more: MoreOptions,
  force: boolean,
): ProjectPlan {
  const edits: NamedEdit[] = [];
  const carried: Remark[] = [];
  const left: Remark[] = [];
  const renamed = new Map<string, string>();
  const [anyFile] = files;
  const at = (target: FoundTarget) => target.file?.path ?? anyFile?.path ?? root;
  const say = (list: Remark[], target: FoundTarget, sentences: readonly string[]) => {
    for (const sentence of sentences)
      list.push({ path: at(target), text: `${target.name}: ${sentence.replaceAll('…:', `${project}:`)}` });
  };

  const fit = found.flatMap((target) => {
    const converted = convertTarget(target, root);
    if ('fault' in converted) {
      say(left, target, [`it stays as it is: ${converted.fault}`]);
      return [];
    }
    if (target.isCommand && converted.left.length > 0) {
      say(left, target, [`it stays as it is: ${converted.left.join('; ')}. Near to it: ${shown(converted.build)}`]);
      return [];
    }
    return [{ target, converted }];
  });
  const main = fit.find(({ converted }) => !('dockerfile' in (converted.build['options'] as Json))) ?? fit[0];
  for (const { target, converted } of fit) {
    if (target === main?.target) continue;
    say(left, target, [
      `it stays as it is: a project has one target docker-build. Declare its image in dockwarden.yaml, under images: ${shown(converted.build)}`,
    ]);
  }
  if (main && !anyFile) {
    left.push({ path: root, text: 'there is neither project.json nor package.json to write options to' });
    return { edits, carried, left, renamed, keepsPlugin: false };
  }
  let differs: string | undefined;
  const put = (file: TargetFile, name: string, value: Json, where: Pick<TargetEdit, 'instead'> = {}) => {
    const there = file.targets[name];
    const isForeign = there?.['executor'] !== undefined && there['executor'] !== EXECUTORS[name];
    if (there && JSON.stringify(there) === JSON.stringify(value)) return;
    if (there && !force && name !== main?.target.name) {
      if (isForeign)
        left.push({ path: file.path, text: `${name}: the target is there, with ${String(there['executor'])}` });
      differs = file.path;
    }
    edits.push({ path: file.path, edit: { path: [...file.way, name], value, ...where } });
  };
  if (main) {
    const { target, converted } = main;
    const file = target.file ?? anyFile!;
    const isNew = !Object.hasOwn(file.targets, 'docker-build');
    const isReplaced = target.file !== undefined && target.name !== 'docker-build';
    put(file, 'docker-build', converted.build, isReplaced && isNew ? { instead: target.name } : {});
    const push = { ...(more.push && { options: more.push }), ...converted.push };
    if (Object.keys(push).length > 0) put(file, 'docker-push', push);
    if (more.run && Object.keys(more.run).length > 0) put(file, 'docker-run', { options: more.run });
    if (target.name !== 'docker-build') {
      renamed.set(target.name, 'docker-build');
      if (isReplaced && !isNew)
        edits.push({ path: file.path, edit: { path: [...file.way, target.name], value: undefined } });
    }
    say(carried, target, converted.carried);
    say(left, target, converted.left);
  }
  const keepsPlugin = found.some((target) => target !== main?.target && !target.isCommand && target.file !== undefined);
  return { edits, carried, left, renamed, keepsPlugin, ...(differs !== undefined && { differs }) };
}

function shown(build: Json): string {
  return JSON.stringify(build['options']);
}
