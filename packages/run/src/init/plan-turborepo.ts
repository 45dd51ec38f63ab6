import { buildWorld, type FactSettings, type ProjectModel } from '@dockwarden-internal/facts';
import type { ConfigDocument } from '@dockwarden-internal/policy';
import {
  asFields,
  editJson,
  fieldsOf,
  packageTurbo,
  rootTurbo,
  scriptEdits,
  taskInputs,
  turboGlobs,
  turboRootOf,
  withoutImageScripts,
  withoutImageTasks,
} from '@dockwarden-internal/scaffold';
import type { Workspace } from '@dockwarden-internal/workspace';
import { turboJsonIn } from '@dockwarden-internal/workspace/turbo-json';
import { type SurveyedImage, surveyImages } from '../build/survey-images.ts';
import { gitIgnoresAbove } from '../files/ignored-above.ts';
import { readOutside } from '../files/read-outside.ts';
import { findTargets } from '../files/targets.ts';
import { type Draft, draftOf } from './draft.ts';
import { ignoredFolders } from './ignored-folders.ts';
import { imageScripts, imageWork } from './image-work.ts';
import { localTo } from './is-local.ts';
import { lintGlobs } from './lint-globs.ts';
import { turboNotes } from './turbo-notes.ts';
import { knowsTurboRoot, selectsByInputs, turboVersion } from './turbo-version.ts';

export interface TurborepoRequest {
  readonly workspace: Workspace;
  readonly config: ConfigDocument;
  /** Replaces what is not ours. */
  readonly force: boolean;
  /** Whether the first setting up is asked for, and not only what follows from the workspace. */
  readonly first: boolean;
}

/** The tasks of a Turborepo as they should be: one that lints the workspace, and two for each package with images. */
export async function planTurborepo({ workspace, config, force, first }: TurborepoRequest): Promise<Draft> {
  const { fs, model } = workspace;
  const draft = draftOf(fs);
  const version = turboVersion(fs);
  const { files } = findTargets(workspace, undefined, config.exclude ?? []);
  const world = buildWorld({ fs, workspace: model, settings: config as FactSettings, files });
  const images = await surveyImages(fs, readOutside);
  const rootPath = turboJsonIn(fs, '.') ?? 'turbo.json';
  const rootText = fs.read(rootPath) ?? '{}\n';
  const local = localTo(world, fs.root);
  const around = {
    ignored: ignoredFolders(
      fs.read('.gitignore'),
      gitIgnoresAbove(fs.root, readOutside).map(({ text }) => text),
    ),
    kind: (path: string) => fs.kind(path),
    roots: model.projects.map(({ root }) => root),
    isLocal: local,
  };
  const tasksOf = (text: string | undefined) => asFields(fieldsOf(text ?? '{}')['tasks']);
  const rootTasks = tasksOf(rootText);
  const hasTask = (task: string, root: string) =>
    root === '.' ? `//#${task}` in rootTasks : task in rootTasks || task in tasksOf(readTurbo(root));
  const work = (project: ProjectModel, own: readonly SurveyedImage[]) => {
    const text = project.root === '.' ? rootText : readTurbo(project.root);
    const byRoot = turboRootOf(text) ?? knowsTurboRoot(version);
    return imageWork(project, own, { knowsTurboRoot: byRoot }, around, model.projects, hasTask);
  };
  const byProject = new Map<string, SurveyedImage[]>();
  for (const image of images) byProject.set(image.project, [...(byProject.get(image.project) ?? []), image]);

  let rootWork: ReturnType<typeof work> | undefined;
  for (const project of model.projects) {
    const own = byProject.get(project.name) ?? [];
    const done = own.length > 0 ? planImages(project, own) : undefined;
    if (own.length === 0) takeAway(project);
    if (project.root === '.') rootWork = done;
  }
  const lint = turboGlobs({ ...around, globs: await lintGlobs(fs, files, local) });
  const planned = rootTurbo(rootText, {
    lintInputs: taskInputs(lint, { root: '.', knowsTurboRoot: true }),
    environment: [...new Set(images.flatMap(({ environment = [] }) => environment))].sort(),
    ...(rootWork && { images: rootWork.task }),
    affectedByInputs: first && selectsByInputs(version),
    force,
  });
  draft.set(rootPath, planned.text);
  draft.leave(rootPath, planned.foreign);
  addScripts('.', [{ name: 'docker-lint', words: ['lint'] }]);
  if (first) draft.note(...turboNotes(version, rootText));
  return draft;

  function readTurbo(root: string): string | undefined {
    const path = turboJsonIn(fs, root);
    return path === undefined ? undefined : draft.read(path);
  }

  function planImages(project: ProjectModel, own: readonly SurveyedImage[]) {
    const { name, root } = project;
    const manifest = pathIn(root, 'package.json');
    // A project without a name is called after its folder, which is another one in every checkout.
    const isNamed = root !== '.' || typeof fieldsOf(draft.read(manifest) ?? '')['name'] === 'string';
    const found = work(project, own);
    const scripts = isNamed ? imageScripts(name, found.isMade) : undefined;
    if (!scripts) {
      draft.note(
        `${manifest} needs a name that can stand in a script, for ${own.map((each) => each.dockerfile).join(', ')} to have a task.`,
      );
      return undefined;
    }
    addScripts(root, scripts);
    if (found.missing.length > 0)
      draft.note(
        `${name} copies what a build makes, but ${rootPath} has no task for ${found.missing.join(', ')}: add it, then dockwarden sync.`,
      );
    if (root === '.') return found;
    const path = turboJsonIn(fs, root) ?? pathIn(root, 'turbo.json');
    const planned = packageTurbo(draft.read(path), found.task, force);
    draft.set(path, planned.text);
    draft.leave(path, planned.foreign);
    return found;
  }

  function addScripts(root: string, wanted: Parameters<typeof scriptEdits>[1]): void {
    const path = pathIn(root, 'package.json');
    const text = draft.read(path) ?? '{}\n';
    const { edits, foreign } = scriptEdits(fieldsOf(text)['scripts'], wanted, force);
    draft.set(path, editJson(text, edits));
    draft.leave(path, foreign);
  }

  /** What a package had for images that are gone. */
  function takeAway({ root }: ProjectModel): void {
    const path = turboJsonIn(fs, root);
    const text = path === undefined ? undefined : draft.read(path);
    if (path === undefined || text === undefined || root === '.') return;
    const rest = withoutImageTasks(text);
    if (rest === text) return;
    draft.set(path, rest);
    const manifest = pathIn(root, 'package.json');
    draft.set(manifest, withoutImageScripts(draft.read(manifest) ?? '{}\n'));
  }
}

function pathIn(root: string, name: string): string {
  return root === '.' ? name : `${root}/${name}`;
}
