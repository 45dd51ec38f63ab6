import { join, posix } from 'node:path';
import type { SurveyedImage } from '@dockwarden-internal/run/build/survey-images';
import { isComposeBase } from '@dockwarden-internal/run/day-to-day/compose-files';
import type { FileNotes } from '@dockwarden-internal/run/lint-inputs/file-notes';
import { surveyOf } from '@dockwarden-internal/run/lint-inputs/survey';
import { type CandidateKind, candidateKind } from '@dockwarden-internal/workspace/candidate-kind';
import { nodeFileSystem } from '@dockwarden-internal/workspace/file-system';
import type { CreateNodesContext, CreateNodesResultArray } from '@nx/devkit';
import { readPluginOptions } from '../options/read-plugin-options.ts';
import { PRODUCT_VERSION } from '../product-version.ts';
import { askedConfigurations } from './asked-configurations.ts';
import { askedFiles, filesMeant } from './asked-files.ts';
import { composeTargets, containerTargets } from './day-targets.ts';
import { excludedByConfiguration } from './excluded-files.ts';
import { folderWitnesses } from './folder-witnesses.ts';
import { readImageSurvey } from './image-survey.ts';
import { imageTargetNames } from './image-target-names.ts';
import { imageTargets } from './image-targets.ts';
import { readLintLinks } from './lint-links.ts';
import { lintTarget } from './lint-target.ts';
import { type NotesBook, openNotesBook } from './notes-book.ts';
import { pluginDataPath } from './plugin-data.ts';
import { mayMakeProject, PLUGIN_GLOB } from './plugin-files.ts';
import { findProjectRoots, type ProjectRoots } from './project-roots.ts';
import { rememberEnds } from './remembered-ends.ts';
import { sayOnce } from './say-once.ts';
import { seenFiles } from './seen-files.ts';
import { selection } from './selection.ts';
import { surveysByRoot } from './surveys-by-root.ts';
import { rememberUncovered } from './uncovered-files.ts';
import { unlistedCandidates } from './unlisted-candidates.ts';
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
  const { workspaceRoot } = context;
  const { options, faults } = readPluginOptions(raw);
  for (const fault of faults) sayOnce(`@dockwarden/nx in nx.json: ${fault}`);
  const isExcluded = await excludedByConfiguration(workspaceRoot);
  const isTaken = selection(options);
  const handed = files.map((file) => file.replaceAll('\\', '/'));
  const seen = seenFiles(handed, workspaceRoot, context.nxJsonConfiguration);
  const hidden = new Set(seen);
  for (const path of handed) hidden.delete(path);
  const isSelected = (path: string) => isTaken(path) && !hidden.has(path);
  const paths = seen.filter((path) => candidateKind(path) !== undefined && !isExcluded(path));
  const book = openNotesBook(pluginDataPath(workspaceRoot, 'notes'), PRODUCT_VERSION);
  const known = readNotes(paths, workspaceRoot, book);
  book.close();
  const folders = seen.filter(mayMakeProject).map((path) => posix.dirname(path));
  for (const path of unlistedCandidates(workspaceRoot, folders)) {
    const kind = isExcluded(path) ? undefined : candidateKind(path);
    if (kind !== undefined) known.set(path, notesWithoutText(kind));
  }
  const notes = new Map([...known].filter(([path]) => isSelected(path)));
  const members = await readWorkspaceMembers(workspaceRoot, everyManifest(context.nxJsonConfiguration.plugins));
  const roots = findProjectRoots(workspaceRoot, members, options.projectFiles ?? []);
  const byRoot = new Map<string, string[]>();
  const uncovered: string[] = [];
  for (const path of notes.keys()) {
    const root = roots.ownerOf(path);
    if (root === undefined) uncovered.push(path);
    else byRoot.set(root, [...(byRoot.get(root) ?? []), path]);
  }
  rememberUncovered(workspaceRoot, options, uncovered);
  const links = await readLintLinks(workspaceRoot, known, PRODUCT_VERSION);
  const survey = surveyOf(workspaceRoot, known, links);
  const targetName = options.targetName ?? 'docker-lint';
  // Where there is one, the root's task is there for policies that look at the whole workspace, also without a file of its own.
  const split = notes.size > 0 && roots.ownerOf('package.json') === '.';
  if (split && !byRoot.has('.')) byRoot.set('.', []);
  const knownPaths = [...known.keys()];
  const fs = nodeFileSystem(workspaceRoot);
  const { targetDefaults } = context.nxJsonConfiguration;
  for (const folder of new Set(folders)) {
    if (byRoot.has(folder) || notes.size === 0 || askedFiles(fs, folder, targetName).length === 0) continue;
    if (roots.ownerOf(posix.join(folder, 'package.json')) === folder) byRoot.set(folder, []);
  }
  const allRoots = [...new Set([...folders, ...byRoot.keys()])];
  const surveys = await surveysByRoot(
    byRoot.keys(),
    survey,
    (root) => askedConfigurations(fs, root, targetName, targetDefaults),
    (asked) => readLintLinks(workspaceRoot, known, PRODUCT_VERSION, asked),
  );
  rememberEnds(workspaceRoot, {
    suppressions: [...new Set([...known.values()].flatMap((note) => ('ends' in note ? (note.ends ?? []) : [])))].sort(),
    waivers: [...new Set([survey, ...surveys.values()].flatMap(({ configured }) => configured.waiverEnds))].sort(),
  });
  const some = notes.keys().next().value!;
  const images = options.images === false || notes.size === 0 ? new Map() : await targetsOfImages();
  const nodes = [...byRoot].map(([root, own]) => {
    const project = {
      root,
      files: own,
      ...(split && { reach: root === '.' ? ('workspace' as const) : ('project' as const) }),
    };
    const target = lintTarget(project, surveys.get(root)!, allRoots, PRODUCT_VERSION, {
      asked: filesMeant(askedFiles(fs, root, targetName, targetDefaults), knownPaths),
      // Below the root lies everything.
      witnesses: root === '.' ? [] : folderWitnesses(workspaceRoot, root),
    });
    const targets = { [targetName]: target, ...images.get(root), ...(hasCompose(root, own) && composeTargets()) };
    images.delete(root);
    return node(own[0] ?? some, root, targets);
  });
  return [...nodes, ...Array.from(images, ([root, targets]) => node(some, root, targets))];

  function hasCompose(root: string, own: readonly string[]): boolean {
    if (options.dayToDay === false) return false;
    return own.some((path) => posix.dirname(path) === root && isComposeBase(posix.basename(path)));
  }

  async function targetsOfImages(): Promise<Map<string, ImageTargets>> {
    const survey = (await readImageSurvey(workspaceRoot, seen, PRODUCT_VERSION)) ?? unsurveyed(notes, roots);
    const of = new Map<string, SurveyedImage[]>();
    for (const image of survey) {
      // A root that Nx knows no project at would break the graph.
      if (roots.ownerOf(posix.join(image.root, 'package.json')) !== image.root || !isSelected(image.dockerfile))
        continue;
      of.set(image.root, [...(of.get(image.root) ?? []), image]);
    }
    const names = imageTargetNames(options);
    return new Map(
      Array.from(of, ([root, own]) => {
        const day = options.dayToDay === false ? {} : containerTargets(own, names.build);
        return [root, { ...imageTargets(root, own, names, allRoots), ...day }];
      }),
    );
  }
}

type ImageTargets = ReturnType<typeof imageTargets>;

function node(file: string, root: string, targets: ImageTargets): CreateNodesResultArray[number] {
  return [file, { projects: { [root]: { root, targets } } }];
}

/** Where nothing could be told of images, every project with a Dockerfile has some: their tasks say what is wrong. */
function unsurveyed(notes: ReadonlyMap<string, FileNotes>, roots: ProjectRoots): SurveyedImage[] {
  return [...notes].flatMap(([dockerfile, { kind }]) => {
    const root = kind === 'dockerfile' ? roots.ownerOf(dockerfile) : undefined;
    return root === undefined ? [] : [{ project: root, root, dockerfile, makers: [], unknownMaker: true }];
  });
}

function readNotes(paths: readonly string[], workspaceRoot: string, book: NotesBook): Map<string, FileNotes> {
  const notes = new Map<string, FileNotes>();
  for (const path of paths) {
    const note = book.notesOn(path, join(workspaceRoot, path));
    if (note && note.kind !== 'other') notes.set(path, note);
  }
  return notes;
}

function notesWithoutText(kind: CandidateKind): FileNotes {
  return kind === 'dockerfile' ? { kind, sources: [] } : { kind };
}

function everyManifest(plugins: readonly (string | { readonly plugin: string })[] = []): boolean {
  return plugins.some((entry) => (typeof entry === 'string' ? entry : entry.plugin) === 'nx/plugins/package-json');
}
