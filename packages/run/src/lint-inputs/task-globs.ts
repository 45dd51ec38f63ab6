import { posix } from 'node:path';
import { CANDIDATE_GLOB } from './candidate-files.ts';
import type { ComposeGroup } from './compose-groups.ts';
import type { FileNotes } from './file-notes.ts';
import { foldersUp, pathAsGlob, within } from './glob-path.ts';
import { sourceGlobs } from './source-globs.ts';
import {
  BAKE_FILES,
  CONFIGURATION,
  HADOLINT_FILES,
  IGNORE_FILES,
  IGNORE_FILES_OF_ONE,
  MANIFESTS,
  TELLTALES,
} from './standing-globs.ts';

/** A project, or a folder that stands for one, whose files are linted together. */
export interface InferredProject {
  readonly root: string;
  /** Its Dockerfiles and Compose files, sorted. */
  readonly files: readonly string[];
  /** Which policies its task runs; absent: all. */
  readonly reach?: 'project' | 'workspace';
}

/** What was seen of the whole workspace. */
export interface Survey {
  readonly workspaceRoot: string;
  readonly notes: ReadonlyMap<string, FileNotes>;
  readonly groups: readonly ComposeGroup[];
  /** Files that the configuration names. */
  readonly configured: readonly string[];
}

/** All files that the findings of a project can depend on, as globs from the workspace root, sorted. */
export function taskGlobs(project: InferredProject, survey: Survey): string[] {
  const globs = new Set<string>([
    ...CONFIGURATION,
    TELLTALES,
    ...(project.reach === 'workspace' ? everywhere(survey) : []),
  ]);
  const add = (paths: readonly string[]) => {
    for (const path of paths) globs.add(pathAsGlob(path));
  };
  const addIn = (folders: Iterable<string>, ...names: readonly string[]) => {
    for (const folder of folders) for (const name of names) globs.add(inFolder(folder, name));
  };
  const contexts = new Set(['.', project.root]);
  const dockerfiles = new Set<string>();
  add(project.files);
  for (const file of project.files) {
    const note = survey.notes.get(file);
    const groups = survey.groups.filter((group) => group.files.includes(file) || group.builds.has(file));
    for (const group of groups) add(group.files);
    if (note?.kind === 'compose') {
      const built = groups.flatMap((group) => [...group.builds.keys()].filter((path) => survey.notes.has(path)));
      add(built);
      for (const path of built) dockerfiles.add(path);
    }
    if (note?.kind !== 'dockerfile') continue;
    dockerfiles.add(file);
    const built = groups.flatMap((group) => group.builds.get(file) ?? []);
    const own = [...new Set([...built, '.', project.root, posix.dirname(file)])];
    for (const context of own) contexts.add(context);
    add([`${file}.dockerignore`, `${file}.containerignore`]);
    for (const glob of sourceGlobs(survey.workspaceRoot, note.sources, own)) globs.add(glob);
  }
  addIn(contexts, IGNORE_FILES, BAKE_FILES);
  addIn(foldersAbove(dockerfiles), BAKE_FILES);
  addIn(foldersAbove(project.files), HADOLINT_FILES);
  addIn(new Set([...contexts, ...foldersUp(project.root)]), MANIFESTS);
  addIn([project.root], 'project.json');
  add(survey.configured.flatMap((path) => within('.', path) ?? []));
  return [...globs].sort();
}

/** What policies that look at the whole workspace can see of it: files by their names, and what Dockerfiles and Compose files name. */
function everywhere({ workspaceRoot, notes, groups }: Survey): string[] {
  const named = [
    CANDIDATE_GLOB,
    ...[MANIFESTS, IGNORE_FILES, IGNORE_FILES_OF_ONE, BAKE_FILES, 'project.json', HADOLINT_FILES].map(
      (name) => `**/${name}`,
    ),
  ];
  const copied = [...notes].flatMap(([path, note]) => {
    if (note.kind !== 'dockerfile') return [];
    const built = groups.flatMap((group) => group.builds.get(path) ?? []);
    const contexts = new Set([...built, ...foldersUp(posix.dirname(path))]);
    return sourceGlobs(workspaceRoot, note.sources, [...contexts]);
  });
  return [...named, ...groups.flatMap((group) => group.files.map(pathAsGlob)), ...copied];
}

function foldersAbove(files: Iterable<string>): Set<string> {
  return new Set([...files].flatMap((file) => foldersUp(posix.dirname(file))));
}

function inFolder(folder: string, glob: string): string {
  return folder === '.' ? glob : `${pathAsGlob(folder)}/${glob}`;
}
