import { type FileSystem, folderOf, isWithin, joinPath } from '@dockwarden-internal/facts';
import { sourceFiles } from '../../detect/source-files.ts';
import type { App } from '../../model/app.ts';
import type { DotnetLayout } from './dotnet-app.ts';
import { isTestProject, type ProjectFile, readProjectFile } from './project-file.ts';
import { outermost, surroundingFiles } from './surroundings.ts';

/** How many projects that refer to each other are followed. */
const PROJECTS = 200;

/** The projects that a program is built from, what is looked for around them, and where the build context has to lie. */
export function dotnetLayout(app: App, program: ProjectFile): { layout: DotnetLayout; projects: ProjectFile[] } {
  const { fs, project } = app;
  const projects = closureOf(fs, program);
  const paths = projects.map(({ path }) => path);
  const around = surroundingFiles(fs, paths);
  const locks = paths.map((path) => joinPath(folderOf(path), 'packages.lock.json'));
  const present = locks.filter((path) => fs.kind(path) === 'file');
  const inside = [...paths, ...around].every((path) => isWithin(path, project.root));
  const sources = outermost(paths.map(folderOf));
  return {
    layout: {
      context: inside ? 'project' : 'workspace',
      program: program.path,
      manifests: [
        ...new Set([...around, ...paths.flatMap((path, index) => [path, ...lockOf(present, locks[index]!)])]),
      ],
      sources,
      artifacts: around.some((path) => /<(?:UseArtifactsOutput|ArtifactsPath)>/.test(fs.read(path) ?? '')),
      locked: present.length === locks.length,
      tests: testsOf(app, program.path, inside, sources),
    },
    projects,
  };
}

function lockOf(present: readonly string[], path: string): string[] {
  return present.includes(path) ? [path] : [];
}

/** A project and those that it refers to, directly or not. */
function closureOf(fs: FileSystem, first: ProjectFile): ProjectFile[] {
  const found = new Map([[first.path, first]]);
  for (const { references } of found.values())
    for (const path of references) {
      const file = found.has(path) || found.size >= PROJECTS ? undefined : readProjectFile(fs, path);
      if (file) found.set(path, file);
    }
  return [...found.values()];
}

/** Test projects that refer to the program, beside it or in the usual folders of its context. */
function testsOf(app: App, program: string, inside: boolean, sources: readonly string[]): DotnetLayout['tests'] {
  const { fs, project } = app;
  const context = inside ? project.root : '.';
  const roots = new Set([project.root, ...['test', 'tests'].map((name) => joinPath(context, name))]);
  const paths = [...roots].flatMap((root) =>
    sourceFiles(fs, root, { endings: ['.csproj', '.fsproj', '.vbproj'] }).map(({ path }) => path),
  );
  return [...new Set(paths)].flatMap((path) => {
    const file = readProjectFile(fs, path);
    if (!file || !isTestProject(file)) return [];
    const closure = closureOf(fs, file).map((one) => one.path);
    if (!closure.includes(program) || (inside && !closure.every((one) => isWithin(one, project.root)))) return [];
    const folders = outermost(closure.map(folderOf)).filter((folder) => !sources.some((one) => isWithin(folder, one)));
    return [{ project: path, folders }];
  });
}
