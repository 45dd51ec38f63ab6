import type { Diagnostic } from '@dockwarden-internal/syntax';
import { type App, readIn } from '../../../model/app.ts';
import type { Evidence } from '../../../model/evidence.ts';
import { inFolder, type Manager, managerIn } from '../manager/manager.ts';
import { importedProjects } from './imported-projects.ts';
import { nxBuildTarget, nxTargets } from './nx-targets.ts';
import { isFault, type PackageJson, readPackageJson } from './package-json.ts';
import { turboVersion } from './turbo-version.ts';

/** A workspace package that the app needs. */
export interface Library {
  readonly root: string;
  readonly manifest: PackageJson;
}

/** How the app stands in its workspace. */
export interface Layout {
  /**
   * `alone`: own lockfile, nothing of the workspace; `workspace`: one package among those of the root's lockfile; `integrated`: no dependencies of
   * its own, those of the root's package.json count (Nx).
   */
  readonly kind: 'alone' | 'workspace' | 'integrated';
  /** Folder of the app within the build context: `.` where it stands alone. */
  readonly folder: string;
  /** Folder of the lockfile, from the workspace's root. */
  readonly root: string;
  /** Version of the Turborepo that prunes the workspace for an image. */
  readonly turbo?: string;
  /** Folders that a build of the app reads beside its own; in an integrated workspace its imports lead there. */
  readonly needed: readonly string[];
  /** What the app needs of the workspace, each after those that it needs itself. */
  readonly libraries: readonly Library[];
}

export interface NodeProject {
  readonly app: App;
  /** Of the app; that of the root where it has none. */
  readonly manifest: PackageJson;
  readonly rootManifest: PackageJson;
  readonly manager: Manager;
  readonly layout: Layout;
}

/** Undefined where no package.json speaks for the project. */
export function readProject(app: App): { project: NodeProject; evidence: Evidence[] } | Diagnostic | undefined {
  const { fs, project, workspace } = app;
  const own = readPackageJson(fs, inFolder(project.root, 'package.json'));
  const top = project.root === '.' ? own : readPackageJson(fs, 'package.json');
  if (isFault(own)) return own;
  if (isFault(top)) return top;
  const manifest = own ?? top;
  if (!manifest) return undefined;
  const integrated = isIntegrated(app);
  if (!own && !integrated) return undefined;
  const alone = !integrated && isAlone(app, own);
  const root = alone ? project.root : '.';
  const manifests = [own, top].filter((one) => one !== undefined);
  const { manager, evidence } = managerIn(fs, root, manifests);
  const libraries = alone ? [] : librariesOf(app);
  if (isFault(libraries)) return libraries;
  const kind = alone ? 'alone' : integrated ? 'integrated' : 'workspace';
  const turbo =
    !alone && kind === 'workspace' && workspace.tool === 'turborepo'
      ? turboOf(top, fs.read(manager.lockfile ?? ''))
      : undefined;
  const needed = kind === 'integrated' ? importedProjects(app) : libraries.map((library) => library.root);
  const layout: Layout = { kind, folder: alone ? '.' : project.root, root, turbo, needed, libraries };
  return {
    project: { app, manifest, rootManifest: top ?? manifest, manager, layout },
    evidence: [evidence, { what: LAYOUTS[kind], why: whyLayout(kind, layout, manager) }],
  };
}

const LAYOUTS: Readonly<Record<Layout['kind'], string>> = {
  alone: 'stands alone',
  workspace: 'package of a workspace',
  integrated: 'project of an integrated Nx workspace',
};

function whyLayout(kind: Layout['kind'], { needed, turbo }: Layout, { lockfile }: Manager): string {
  if (kind === 'alone')
    return lockfile ? `lockfile ${lockfile}` : 'no lockfile above it, and no workspace package needed';
  const needs = needed.length === 0 ? 'needs no other package' : `needs ${needed.join(', ')}`;
  return `${lockfile ? `lockfile ${lockfile}` : 'no lockfile'}; ${needs}${turbo ? '; Turborepo prunes' : ''}`;
}

/** An app at the root is alone unless the root is a workspace that it needs packages of. */
function isAlone({ fs, project }: App, own: PackageJson | undefined): boolean {
  if (!own || project.closure.length > 0) return false;
  if (project.root === '.') return true;
  const ownLock = LOCKS.some((name) => fs.kind(inFolder(project.root, name)) === 'file');
  return ownLock || !LOCKS.some((name) => fs.kind(name) === 'file');
}

const LOCKS = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb'];

/**
 * In an integrated workspace targets stand in project.json, and dependencies at the root, where a single app may lie, too. An app with a package.json
 * of its own is built by Nx where no script builds it, and a target or a bundler's configuration does.
 */
function isIntegrated(app: App): boolean {
  const { fs, project, workspace } = app;
  if (workspace.tool !== 'nx') return false;
  const own = readPackageJson(fs, inFolder(project.root, 'package.json'));
  if (own === undefined) return isNxApp(app);
  if (isFault(own) || own.scripts.build !== undefined) return false;
  return nxBuildTarget(nxTargets(app)).executor !== undefined || hasBundler(fs.list(project.root));
}

/** Configurations from which plugins of Nx infer a target that builds. With that of Vite an app may also only be tested: its page tells. */
function hasBundler(names: readonly string[]): boolean {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  return (
    has(/^(?:webpack|next)\.config\.[cm]?[jt]s$/) || (has(/^vite\.config\.[cm]?[jt]s$/) && names.includes('index.html'))
  );
}

function isNxApp(app: App): boolean {
  return /"executor"\s*:|"projectType"\s*:\s*"application"/.test(readIn(app, 'project.json') ?? '');
}

function turboOf(top: PackageJson | undefined, lockfile = ''): string | undefined {
  const range = top && (top.devDependencies.turbo ?? top.dependencies.turbo);
  return range && turboVersion(range, lockfile);
}

/** The closure with package.json files, leaves first. */
function librariesOf({ fs, project, workspace }: App): Library[] | Diagnostic {
  const byName = new Map(workspace.projects.map((one) => [one.name, one]));
  const order = leavesFirst([...project.dependencies, ...project.closure], (name) =>
    (byName.get(name)?.dependencies ?? []).filter((next) => next !== project.name),
  ).flatMap((name) => byName.get(name) ?? []);
  const libraries: Library[] = [];
  for (const { root } of order) {
    const manifest = readPackageJson(fs, inFolder(root, 'package.json'));
    if (isFault(manifest)) return manifest;
    if (manifest && root !== '.') libraries.push({ root, manifest });
  }
  return libraries;
}

/** All that is reached, each after what it needs itself; where they need each other in a ring, in the order of discovery. */
function leavesFirst(starts: readonly string[], needs: (name: string) => readonly string[]): string[] {
  const done = new Set<string>();
  const entered = new Set<string>();
  const pending = [...starts].reverse();
  for (let name = pending.at(-1); name !== undefined; name = pending.at(-1)) {
    if (entered.has(name)) {
      pending.pop();
      done.add(name);
    } else {
      entered.add(name);
      pending.push(...needs(name).filter((next) => !entered.has(next)));
    }
  }
  return [...done];
}
