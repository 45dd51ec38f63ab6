import { posix } from 'node:path';
import { CANDIDATE_GLOB } from './candidate-files.ts';
import { foldersUp, globIn, pathAsGlob } from './glob-path.ts';
import { sourceGlobs } from './source-globs.ts';
import {
  BAKE_FILES,
  CONFIGURATION,
  ENTRY_FILE,
  GIT_IGNORE_FILES,
  HADOLINT_FILES,
  IGNORE_FILE_NAMES,
  IGNORE_FILES,
  IGNORE_FILES_OF_ONE,
  MANIFESTS,
  TELLTALES,
} from './standing-globs.ts';
import type { Survey } from './survey.ts';

/** A project, or a folder that stands for one, whose files are linted together. */
export interface InferredProject {
  readonly root: string;
  /** Its Dockerfiles and Compose files, sorted. */
  readonly files: readonly string[];
  /** Which policies its task runs; absent: all. */
  readonly reach?: 'project' | 'workspace';
}

/** All files that the findings of a project can depend on, as globs from the workspace root, sorted. */
export function taskGlobs(project: InferredProject, survey: Survey): string[] {
  const { configured, places } = survey;
  const globs = new Set<string>([
    ...CONFIGURATION,
    GIT_IGNORE_FILES,
    TELLTALES,
    ...configured.globs,
    ...(project.reach === 'workspace' ? everywhere(survey) : []),
  ]);
  const addTarget = (path: string) => {
    const target = places.targetOf(path);
    if (target !== undefined) globs.add(pathAsGlob(target));
  };
  const add = (paths: readonly string[]) => {
    for (const path of paths) {
      globs.add(pathAsGlob(path));
      addTarget(path);
    }
  };
  const addIn = (folders: Iterable<string>, ...names: readonly string[]) => {
    for (const folder of folders) for (const name of names) globs.add(globIn(folder, name));
  };
  const contexts = new Set(['.', project.root]);
  const dockerfiles = new Set<string>();
  add(project.files);
  add(configured.files);
  for (const file of project.files) {
    const note = survey.notes.get(file);
    const groups = survey.groups.filter((group) => group.files.includes(file) || Object.hasOwn(group.builds, file));
    for (const group of groups) add(group.files);
    if (note?.kind === 'compose') {
      const built = groups.flatMap((group) => builtBy(group, survey));
      add(built);
      for (const path of built) dockerfiles.add(path);
    }
    if (note?.kind !== 'dockerfile') continue;
    dockerfiles.add(file);
    const own = [...new Set([...declaredContexts(file, survey), '.', project.root, posix.dirname(file)])];
    for (const context of own) contexts.add(context);
    add([`${file}.dockerignore`, `${file}.containerignore`]);
    for (const glob of sourceGlobs(places, note.sources, own)) globs.add(glob);
  }
  addIn(contexts, IGNORE_FILES, BAKE_FILES);
  for (const context of contexts) for (const name of IGNORE_FILE_NAMES) addTarget(posix.join(context, name));
  addIn(foldersAbove(dockerfiles), BAKE_FILES);
  addIn(foldersAbove(project.files), HADOLINT_FILES);
  addIn(new Set([...contexts, ...foldersUp(project.root)]), MANIFESTS);
  addIn([project.root], 'project.json');
  if (places.kindOf(posix.join(project.root, 'project.json')) === 'file') addIn([project.root], ENTRY_FILE);
  return [...globs].sort();
}

/** Dockerfiles that Compose files build, also those that by their names nobody would lint. */
function builtBy({ builds }: Survey['groups'][number], { notes, places }: Survey): string[] {
  return Object.keys(builds).filter((path) => notes.has(path) || places.kindOf(path) === 'file');
}

/** The contexts that Compose files, Bake files and the configuration build a Dockerfile from. */
function declaredContexts(dockerfile: string, { groups, bakes, configured }: Survey): string[] {
  const of = (contexts: Readonly<Record<string, readonly string[]>>) =>
    Object.hasOwn(contexts, dockerfile) ? contexts[dockerfile]! : [];
  return [...groups.flatMap(({ builds }) => of(builds)), ...of(bakes), ...of(configured.contexts)];
}

/** What policies that look at the whole workspace can see of it: files by their names, and what Dockerfiles and Compose files name. */
function everywhere(survey: Survey): string[] {
  const { notes, groups, places } = survey;
  const named = [
    CANDIDATE_GLOB,
    ...[MANIFESTS, IGNORE_FILES, IGNORE_FILES_OF_ONE, BAKE_FILES, 'project.json', HADOLINT_FILES].map(
      (name) => `**/${name}`,
    ),
  ];
  const copied = [...notes].flatMap(([path, note]) => {
    if (note.kind !== 'dockerfile') return [];
    const contexts = new Set([...declaredContexts(path, survey), ...foldersUp(posix.dirname(path))]);
    return sourceGlobs(places, note.sources, [...contexts]);
  });
  const read = [...notes.keys(), ...groups.flatMap((group) => [...group.files, ...builtBy(group, survey)])];
  const targets = read.flatMap((path) => places.targetOf(path) ?? []);
  const ofGroups = read.filter((path) => !notes.has(path));
  const entries = places.kindOf('nx.json') === 'file' ? [`**/${ENTRY_FILE}`] : [];
  return [...named, ...entries, ...[...ofGroups, ...targets].map(pathAsGlob), ...copied];
}

function foldersAbove(files: Iterable<string>): Set<string> {
  return new Set([...files].flatMap((file) => foldersUp(posix.dirname(file))));
}
