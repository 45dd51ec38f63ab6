import { buildWorld, type ProjectModel } from '@dockwarden-internal/facts';
import type { ConfigDocument } from '@dockwarden-internal/policy';
import {
  asFields,
  fieldsOf,
  type RootedGlobs,
  type TaskGlobs,
  turboGlobs,
  turboRootOf,
} from '@dockwarden-internal/scaffold';
import type { Workspace } from '@dockwarden-internal/workspace';
import { turboJsonIn } from '@dockwarden-internal/workspace/turbo-json';
import { type SurveyedImage, surveyImages } from '../build/survey-images.ts';
import { gitIgnoresAbove } from '../files/ignored-above.ts';
import { readOutside } from '../files/read-outside.ts';
import { findTargets } from '../files/targets.ts';
import { ignoredFolders } from './ignored-folders.ts';
import { type ImageWork, imageWork } from './image-work.ts';
import { localTo } from './is-local.ts';
import { lintGlobs } from './lint-globs.ts';
import { knowsTurboRoot, type TurboVersion, turboVersion } from './turbo-version.ts';

/** What is there to plan the tasks of a Turborepo by. */
export interface TurboScene {
  readonly version: TurboVersion | undefined;
  /** Its turbo.json, also where it is still to come. */
  readonly path: string;
  readonly text: string;
  readonly images: readonly SurveyedImage[];
  /** Files that linting reads, as globs of a task. */
  readonly lint: RootedGlobs;
  /** What the images of a project need of its tasks. */
  readonly workFor: (project: ProjectModel, images: readonly SurveyedImage[]) => ImageWork;
}

export async function turboScene(workspace: Workspace, config: ConfigDocument): Promise<TurboScene> {
  const { fs, model } = workspace;
  const { files } = findTargets(workspace, undefined, config.exclude ?? []);
  const world = buildWorld({ fs, workspace: model, settings: config, files });
  const isLocal = localTo(world, fs.root);
  const version = turboVersion(fs);
  const path = turboJsonIn(fs, '.') ?? 'turbo.json';
  const text = fs.read(path) ?? '{}\n';
  const above = gitIgnoresAbove(fs.root, readOutside).map((each) => each.text);
  const around: Omit<TaskGlobs, 'globs'> & { readonly isLocal: typeof isLocal } = {
    ignored: ignoredFolders(fs.read('.gitignore'), above),
    kind: (at) => fs.kind(at),
    roots: model.projects.map(({ root }) => root),
    isLocal,
  };
  const turboText = (root: string) => {
    const own = turboJsonIn(fs, root);
    return root === '.' ? text : own && fs.read(own);
  };
  const tasksAt = (root: string) => asFields(fieldsOf(turboText(root))['tasks']);
  const rootTasks = tasksAt('.');
  const hasTask = (task: string, root: string) =>
    root === '.' ? `//#${task}` in rootTasks : task in rootTasks || task in tasksAt(root);
  return {
    version,
    path,
    text,
    images: await surveyImages(fs, readOutside),
    lint: turboGlobs({ ...around, globs: await lintGlobs(fs, files, isLocal) }),
    workFor: (project, images) => {
      const place = { knowsTurboRoot: turboRootOf(turboText(project.root)) ?? knowsTurboRoot(version) };
      return imageWork(project, images, place, around, model.projects, hasTask);
    },
  };
}
