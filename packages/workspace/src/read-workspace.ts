import type { EngineClaim, FileSystem, ProjectModel, WorkspaceModel } from '@dockwarden-internal/facts';
import { baseName } from '@dockwarden-internal/facts/kernel/path';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { MAX_PROJECTS } from './bounds.ts';
import { withDependencies } from './closure.ts';
import { dependencyFiles } from './dependency-files.ts';
import { directDependencies } from './direct-dependencies.ts';
import { claimsIn } from './engines/engine-claims.ts';
import { type FolderIndex, folderIndex } from './folder-index.ts';
import { type FoundProject, withUniqueNames } from './found-project.ts';
import { type Manager, managerOf } from './manager.ts';
import { nxProjects } from './nx-projects.ts';
import { readPackageManifest } from './package-manifest.ts';
import { packageProjects } from './package-projects.ts';
import { type ProjectGraph, withGraph } from './project-graph.ts';
import { stackOf } from './stack.ts';
import { turboJsonIn } from './turbo-json.ts';
import { readWorkspaceGlobs } from './workspace-globs.ts';

export interface ReadWorkspace {
  readonly model: WorkspaceModel;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the workspace that a folder is the root of, from its files alone: nothing is executed, and nothing outside is read. `files` are
 * the paths that the root holds (see listFiles), `root` its absolute path. `graph` adds what a task runner knows beyond the files.
 */
export async function readWorkspace(
  fs: FileSystem,
  files: readonly string[],
  root: string,
  graph: ProjectGraph = new Map(),
): Promise<ReadWorkspace> {
  const index = folderIndex(files);
  const globs = await readWorkspaceGlobs(fs);
  const tool = toolOf(fs, globs !== undefined);
  const rootName = baseName(root.replaceAll('\\', '/').replace(/\/+$/, '')) || 'root';
  const found = withUniqueNames(findProjects(fs, index, tool, globs, rootName));
  const diagnostics = found.flatMap(({ manifest, projectJson, turboJson }) =>
    [manifest?.fault, projectJson?.fault, turboJson?.fault].filter((fault) => fault !== undefined),
  );
  if (found.length > MAX_PROJECTS) diagnostics.push(tooMany(found.length));
  const kept = found.slice(0, MAX_PROJECTS);
  const around: Around = {
    fs,
    index,
    manager: managerOf(fs, '.', readPackageManifest(fs, '.')),
    claims: claimsIn(fs, index, '.'),
  };
  const declared = withDependencies(
    kept.map((project) => describe(around, project)),
    directDependencies(kept),
  );
  const projects = graph.size === 0 ? declared : withWholeGraph(declared, graph);
  return { model: { root, tool, manager: around.manager?.name, projects }, diagnostics };
}

/** With what a task runner knows beyond the files, such as an import by a path of TypeScript, which no install has to find. */
function withWholeGraph(declared: readonly ProjectModel[], graph: ProjectGraph): ProjectModel[] {
  const direct = new Map(declared.map(({ name, dependencies }) => [name, dependencies]));
  return withDependencies(declared, withGraph(direct, declared, graph)).map((project, index) => {
    const { closure } = declared[index]!;
    return closure.length === project.closure.length ? project : { ...project, declaredClosure: closure };
  });
}

function toolOf(fs: FileSystem, hasGlobs: boolean): WorkspaceModel['tool'] {
  if (fs.kind('nx.json') === 'file') return 'nx';
  if (turboJsonIn(fs, '.') !== undefined) return 'turborepo';
  return hasGlobs ? 'workspaces' : 'folder';
}

function findProjects(
  fs: FileSystem,
  index: FolderIndex,
  tool: WorkspaceModel['tool'],
  globs: readonly string[] | undefined,
  rootName: string,
): FoundProject[] {
  if (tool === 'nx') return nxProjects(fs, index, globs, rootName);
  const packages = packageProjects(fs, index, globs ?? [], rootName, tool === 'turborepo');
  return packages.length > 0 || tool !== 'folder' ? packages : [{ name: rootName, root: '.', tags: [] }];
}

/** What projects share: the root's package manager and claims hold for those that have none of their own. */
interface Around {
  readonly fs: FileSystem;
  readonly index: FolderIndex;
  readonly manager?: Manager;
  readonly claims: readonly EngineClaim[];
}

function describe({ fs, index, ...shared }: Around, project: FoundProject): ProjectModel {
  const { name, root, tags } = project;
  const { manifests, lockfiles } = dependencyFiles(index, root);
  const usesPackageJson = manifests.some((path) => baseName(path) === 'package.json');
  const manager = usesPackageJson ? (managerOf(fs, root, project.manifest) ?? shared.manager) : undefined;
  const engines = root === '.' ? shared.claims : withShared(claimsIn(fs, index, root), shared.claims);
  return {
    name,
    root,
    tags,
    manager: manager?.name,
    managerVersion: manager?.version,
    stack: stackOf(fs, index, project),
    manifests,
    lockfiles,
    dependencies: [],
    closure: [],
    ...(engines.length > 0 && { engines }),
  };
}

function withShared(own: readonly EngineClaim[], shared: readonly EngineClaim[]): EngineClaim[] {
  return [...own, ...shared.filter((claim) => !own.some(({ runtime }) => runtime === claim.runtime))];
}

function tooMany(count: number): Diagnostic {
  const message = `The workspace has ${count} projects; only the first ${MAX_PROJECTS} are looked at.`;
  return { code: 'workspace/too-many-projects', message, hint: 'Lint parts of it by themselves.', path: '.', exit: 3 };
}
