import { join } from 'node:path';
import { CANDIDATE_GLOB } from '@dockwarden-internal/run/lint-inputs/candidate-files';
import { composeGroups } from '@dockwarden-internal/run/lint-inputs/compose-groups';
import type { FileNotes } from '@dockwarden-internal/run/lint-inputs/file-notes';
import { filesNamedInConfiguration } from '@dockwarden-internal/run/lint-inputs/named-in-configuration';
import { candidateKind } from '@dockwarden-internal/workspace/candidate-kind';
import type { CreateNodesContext, CreateNodesResultArray } from '@nx/devkit';
import { Minimatch } from 'minimatch';
import type { PluginOptions } from '../options/plugin-options.ts';
import { PRODUCT_VERSION } from '../product-version.ts';
import { excludedByConfiguration } from './excluded-files.ts';
import { lintTarget } from './lint-target.ts';
import { type NotesBook, openNotesBook } from './notes-book.ts';
import { pluginDataPath } from './plugin-data.ts';
import { findProjectRoots } from './project-roots.ts';
import { rememberUncovered } from './uncovered-files.ts';
import { readWorkspaceMembers } from './workspace-members.ts';

/**
 * Infers `docker-lint` for every project with a Dockerfile or a Compose file; one call sees all of them. Files outside of every
 * project are left out, since a node that no other plugin names would break every command of Nx. Exported in the form that Nx 22,
 * 23 and 24 take alike.
 */
export const createNodes: [string, typeof inferTargets] = [CANDIDATE_GLOB, inferTargets];

async function inferTargets(
  files: readonly string[],
  options: PluginOptions | undefined,
  context: Pick<CreateNodesContext, 'workspaceRoot' | 'nxJsonConfiguration'>,
): Promise<CreateNodesResultArray> {
  const { workspaceRoot } = context;
  const isExcluded = await excludedByConfiguration(workspaceRoot);
  const isSelected = selection(options);
  const paths = files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((path) => isSelected(path) && !isExcluded(path))
    .sort();
  const book = openNotesBook(pluginDataPath(workspaceRoot, 'notes'), PRODUCT_VERSION);
  const notes = readNotes(paths, workspaceRoot, book);
  book.close();
  const members = await readWorkspaceMembers(workspaceRoot, everyManifest(context.nxJsonConfiguration.plugins));
  const roots = findProjectRoots(workspaceRoot, members, options?.projectFiles ?? []);
  const byRoot = new Map<string, string[]>();
  const uncovered: string[] = [];
  for (const path of notes.keys()) {
    const root = roots.ownerOf(path);
    if (root === undefined) uncovered.push(path);
    else byRoot.set(root, [...(byRoot.get(root) ?? []), path]);
  }
  rememberUncovered(workspaceRoot, uncovered);
  const survey = {
    workspaceRoot,
    notes,
    groups: composeGroups(notes),
    configured: filesNamedInConfiguration(workspaceRoot),
  };
  const targetName = options?.targetName ?? 'docker-lint';
  // Where there is one, the root's task is there for policies that look at the whole workspace, also without a file of its own.
  const split = notes.size > 0 && roots.ownerOf('package.json') === '.';
  if (split && !byRoot.has('.')) byRoot.set('.', []);
  const some = notes.keys().next().value!;
  return [...byRoot].map(([root, own]) => {
    const project = {
      root,
      files: own,
      ...(split && { reach: root === '.' ? ('workspace' as const) : ('project' as const) }),
    };
    const target = lintTarget(project, survey, [...byRoot.keys()], PRODUCT_VERSION);
    return [own[0] ?? some, { projects: { [root]: { root, targets: { [targetName]: target } } } }];
  });
}

function selection(options: PluginOptions | undefined): (path: string) => boolean {
  const include = options?.include?.map((glob) => new Minimatch(glob, { dot: true }));
  const exclude = options?.exclude?.map((glob) => new Minimatch(glob, { dot: true })) ?? [];
  return (path) =>
    candidateKind(path) !== undefined &&
    (include?.some((glob) => glob.match(path)) ?? true) &&
    !exclude.some((glob) => glob.match(path));
}

function readNotes(paths: readonly string[], workspaceRoot: string, book: NotesBook): Map<string, FileNotes> {
  const notes = new Map<string, FileNotes>();
  for (const path of paths) {
    const note = book.notesOn(path, join(workspaceRoot, path));
    if (note && note.kind !== 'other') notes.set(path, note);
  }
  return notes;
}

function everyManifest(plugins: readonly (string | { readonly plugin: string })[] = []): boolean {
  return plugins.some((entry) => (typeof entry === 'string' ? entry : entry.plugin) === 'nx/plugins/package-json');
}
