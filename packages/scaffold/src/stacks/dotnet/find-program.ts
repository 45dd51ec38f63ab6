import { isWithin, joinPath } from '@dockwarden-internal/facts';
import { sourceFiles } from '../../detect/source-files.ts';
import type { App } from '../../model/app.ts';
import { isProgram, isWeb, PROJECT_FILE, type ProjectFile, readProjectFile } from './project-file.ts';

export interface FoundProgram {
  readonly program: ProjectFile;
  /** Project files of other programs. */
  readonly others: readonly string[];
}

/**
 * The program among a project's project files, a server before others: those in its own folder, or those below it where a solution lies in it.
 * `library` where there are project files alone that make none, undefined where there are none.
 */
export function findProgram(app: App, asked: boolean): FoundProgram | 'library' | undefined {
  const own = ownFiles(app);
  const paths = own.length > 0 ? own : below(app, asked);
  const files = paths.flatMap((path) => readProjectFile(app.fs, path) ?? []);
  const programs = files.filter(isProgram);
  const program = programs.find(isWeb) ?? programs[0];
  if (!program) return paths.length > 0 ? 'library' : undefined;
  return { program, others: programs.filter((one) => one !== program).map(({ path }) => path) };
}

function ownFiles({ fs, project }: App): string[] {
  return fs
    .list(project.root)
    .filter((name) => PROJECT_FILE.test(name))
    .map((name) => joinPath(project.root, name));
}

/** Of a solution's folders those that are no project of the workspace themselves. */
function below({ fs, project, workspace }: App, asked: boolean): string[] {
  const solution = fs.list(project.root).some((name) => /\.slnx?$/.test(name));
  if (!solution && !asked) return [];
  const others = workspace.projects
    .map(({ root }) => root)
    .filter((root) => root !== project.root && isWithin(root, project.root));
  return sourceFiles(fs, project.root, { endings: ['.csproj', '.fsproj', '.vbproj'] })
    .map(({ path }) => path)
    .filter((path) => !others.some((root) => isWithin(path, root)));
}
