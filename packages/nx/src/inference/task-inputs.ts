import { posix } from 'node:path';
import type { TargetConfiguration } from '@nx/devkit';
import type { ComposeGroup } from './compose-groups.ts';
import type { FileNotes } from './file-notes.ts';
import { foldersUp, pathAsGlob, within, workspaceInput } from './glob-path.ts';
import { sourceInputs } from './source-inputs.ts';
import { BAKE_FILES, CONFIGURATION, HADOLINT_FILES, IGNORE_FILES, MANIFESTS, TELLTALES } from './standing-inputs.ts';

/** The environment variable that makes every run with `--fix` a run of its own; see `hooks/fresh-fix.ts`. */
export const FRESH_FIX = 'DOCKWARDEN_FIX_RUN';

export interface InferredProject {
  readonly root: string;
  /** Its Dockerfiles and Compose files, sorted. */
  readonly files: readonly string[];
}

type TaskInput = NonNullable<TargetConfiguration['inputs']>[number];

/** What the plugin saw of the whole workspace. */
export interface Survey {
  readonly workspaceRoot: string;
  readonly notes: ReadonlyMap<string, FileNotes>;
  readonly groups: readonly ComposeGroup[];
  /** Files that the configuration names. */
  readonly configured: readonly string[];
}

/**
 * All that the findings of a project can depend on. Literal `{workspaceRoot}` globs, because in Nx 22 to 24 they mark the project
 * affected without an edge of the graph. Files that git ignores are not hashed by Nx.
 */
export function taskInputs(project: InferredProject, survey: Survey): TaskInput[] {
  const inputs = new Set<string>();
  const add = (...globs: readonly string[]) => {
    for (const glob of globs) inputs.add(workspaceInput(glob));
  };
  const addPaths = (paths: readonly string[]) => add(...paths.map(pathAsGlob));
  const inFolder = (folder: string, glob: string) => (folder === '.' ? glob : `${pathAsGlob(folder)}/${glob}`);

  addPaths(project.files);
  const contexts = new Set(['.', project.root]);
  for (const file of project.files) {
    const note = survey.notes.get(file);
    const groups = survey.groups.filter((group) => group.files.includes(file) || group.builds.has(file));
    for (const group of groups) addPaths(group.files);
    if (note?.kind === 'compose') {
      for (const group of groups) addPaths([...group.builds.keys()].filter((path) => survey.notes.has(path)));
    }
    if (note?.kind !== 'dockerfile') continue;
    const built = groups.flatMap((group) => group.builds.get(file) ?? []);
    const own = [...new Set([...built, '.', project.root, posix.dirname(file)])];
    for (const context of own) contexts.add(context);
    addPaths([`${file}.dockerignore`, `${file}.containerignore`]);
    for (const input of sourceInputs(survey.workspaceRoot, note.sources, own)) inputs.add(input);
  }
  for (const context of contexts) add(inFolder(context, IGNORE_FILES), inFolder(context, BAKE_FILES));
  const folders = new Set(project.files.flatMap((file) => foldersUp(posix.dirname(file))));
  for (const folder of folders) add(inFolder(folder, HADOLINT_FILES));
  for (const folder of new Set([...contexts, ...foldersUp(project.root)])) {
    add(...MANIFESTS.map((glob) => inFolder(folder, glob)));
  }
  add(...CONFIGURATION, TELLTALES);
  addPaths(survey.configured.flatMap((path) => within('.', path) ?? []));
  return [
    ...inputs,
    '{projectRoot}/project.json',
    { fileset: '{projectRoot}/package.json', dependencies: true },
    { fileset: '{projectRoot}/project.json', dependencies: true },
    { env: FRESH_FIX },
  ];
}
