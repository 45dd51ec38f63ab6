import { posix } from 'node:path';
import type { FileSystem } from '@dockwarden-internal/facts';
import { isComposeBase } from '@dockwarden-internal/run/day-to-day/compose-files';
import type { FileLinks } from '@dockwarden-internal/run/lint-inputs/file-links';
import type { FileNotes } from '@dockwarden-internal/run/lint-inputs/file-notes';
import { surveyOf } from '@dockwarden-internal/run/lint-inputs/survey';
import { nodeFileSystem } from '@dockwarden-internal/workspace/file-system';
import type { CreateNodesContext, CreateNodesResultArray } from '@nx/devkit';
import type { PluginOptions } from '../options/plugin-options.ts';
import { readPluginOptions } from '../options/read-plugin-options.ts';
import { PRODUCT_VERSION } from '../product-version.ts';
import { askedConfigurations } from './asked-configurations.ts';
import { askedFiles, filesMeant } from './asked-files.ts';
import { composeTargets, containerTargets } from './day-targets.ts';
import { filesByRoot } from './files-by-root.ts';
import { folderWitnesses } from './folder-witnesses.ts';
import { imageTargetNames } from './image-target-names.ts';
import { imageTargets } from './image-targets.ts';
import { imagesByRoot } from './images-by-root.ts';
import { readKnownFiles } from './known-files.ts';
import { readLintLinks } from './lint-links.ts';
import { lintTarget } from './lint-target.ts';
import { PLUGIN_GLOB } from './plugin-files.ts';
import { findProjectRoots, isRoot } from './project-roots.ts';
import { type Ends, rememberEnds } from './remembered-ends.ts';
import { sayOnce } from './say-once.ts';
import { surveysByRoot } from './surveys-by-root.ts';
import { rememberUncovered } from './uncovered-files.ts';
import { readWorkspaceMembers } from './workspace-members.ts';

/**
 * Infers `docker-lint` for every project with a Dockerfile or a Compose file, and the targets about images for every project with an
 * image; one call sees all of them. Files outside of every
 * project are left out, since a node that no other plugin names would break every command of Nx. Exported in the form that Nx 22,
 * 23 and 24 take alike.
 */
export const createNodes: [string, typeof inferTargets] = [PLUGIN_GLOB, inferTargets];

async function inferTargets(
  files: readonly string[],
  raw: unknown,
  context: Pick<CreateNodesContext, 'workspaceRoot' | 'nxJsonConfiguration'>,
): Promise<CreateNodesResultArray> {
  const { workspaceRoot, nxJsonConfiguration } = context;
  const { targetDefaults } = nxJsonConfiguration;
  const fs = nodeFileSystem(workspaceRoot);
  const { options, faults } = readPluginOptions(raw);
  for (const fault of faults) sayOnce(`@dockwarden/nx in nx.json: ${fault}`);
  const handed = files.map((file) => file.replaceAll('\\', '/'));
  const known = await readKnownFiles(handed, options, context);
  const selected = [...known.notes.keys()].filter(known.isSelected);
  const members = await readWorkspaceMembers(workspaceRoot, everyManifest(nxJsonConfiguration.plugins));
  const roots = findProjectRoots(workspaceRoot, members, options.projectFiles ?? []);
  const { byRoot, uncovered } = filesByRoot(selected, roots);
  rememberUncovered(workspaceRoot, options, uncovered);
  const links = await readLintLinks(workspaceRoot, known.notes, PRODUCT_VERSION);
  const [some] = selected;
  const targetName = options.targetName ?? 'docker-lint';
  // Where there is one, the root's task is there for policies that look at the whole workspace, also without a file of its own.
  const split = some !== undefined && isRoot('.', roots);
  const others = some === undefined ? [] : [...known.folders].filter((folder) => asksForFiles(fs, folder, targetName));
  for (const root of [...(split ? ['.'] : []), ...others.filter((folder) => isRoot(folder, roots))])
    if (!byRoot.has(root)) byRoot.set(root, []);
  const allRoots = [...new Set([...known.folders, ...byRoot.keys()])];
  const survey = surveyOf(workspaceRoot, known.notes, links);
  const surveys = await surveysByRoot(
    byRoot.keys(),
    survey,
    (root) => askedConfigurations(fs, root, targetName, targetDefaults),
    (asked) => readLintLinks(workspaceRoot, known.notes, PRODUCT_VERSION, asked),
  );
  rememberEnds(workspaceRoot, endsOf(known.notes, [survey, ...surveys.values()]));
  if (some === undefined) return [];
  const images = options.images === false ? undefined : await imagesByRoot(workspaceRoot, known, roots);
  const targetsOfImages = imageTargeter(images, allRoots, options);
  const paths = [...known.notes.keys()];
  const nodes = [...byRoot].map(([root, own]) => {
    const reach = root === '.' ? ('workspace' as const) : ('project' as const);
    const project = { root, files: own, ...(split && { reach }) };
    const lint = lintTarget(project, surveys.get(root)!, allRoots, PRODUCT_VERSION, {
      asked: filesMeant(askedFiles(fs, root, targetName, targetDefaults), paths),
      // Below the root lies everything.
      witnesses: root === '.' ? [] : folderWitnesses(workspaceRoot, root),
    });
    const compose = options.dayToDay !== false && hasCompose(root, own) ? composeTargets() : {};
    return node(own[0] ?? some, root, { [targetName]: lint, ...targetsOfImages(root), ...compose });
  });
  const withImages = [...(images?.keys() ?? [])].filter((root) => !byRoot.has(root));
  return [...nodes, ...withImages.map((root) => node(some, root, targetsOfImages(root)))];
}

type Targets = ReturnType<typeof imageTargets>;

function node(file: string, root: string, targets: Targets): CreateNodesResultArray[number] {
  return [file, { projects: { [root]: { root, targets } } }];
}

/** When what silences findings ends, in the whole workspace. */
function endsOf(notes: ReadonlyMap<string, FileNotes>, surveys: readonly FileLinks[]): Ends {
  const suppressions = [...notes.values()].flatMap((note) => ('ends' in note ? (note.ends ?? []) : []));
  const waivers = surveys.flatMap(({ configured }) => configured.waiverEnds);
  return { suppressions: [...new Set(suppressions)].sort(), waivers: [...new Set(waivers)].sort() };
}

/** Whether a project names itself what is to be linted. */
function asksForFiles(fs: FileSystem, folder: string, targetName: string): boolean {
  return askedFiles(fs, folder, targetName).length > 0;
}

/** Makes the targets about the images of a project; none where it has none. */
function imageTargeter(
  images: Awaited<ReturnType<typeof imagesByRoot>> | undefined,
  allRoots: readonly string[],
  options: PluginOptions,
): (root: string) => Targets {
  const names = imageTargetNames(options);
  return (root) => {
    const own = images?.get(root);
    if (!own) return {};
    const day = options.dayToDay === false ? {} : containerTargets(own, names.build);
    return { ...imageTargets(root, own, names, allRoots), ...day };
  };
}

function hasCompose(root: string, own: readonly string[]): boolean {
  return own.some((path) => posix.dirname(path) === root && isComposeBase(posix.basename(path)));
}

function everyManifest(plugins: readonly (string | { readonly plugin: string })[] = []): boolean {
  return plugins.some((entry) => (typeof entry === 'string' ? entry : entry.plugin) === 'nx/plugins/package-json');
}
