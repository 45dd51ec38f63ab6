import type { ProjectModel } from '@dockwarden-internal/facts';
import { joinPath } from '@dockwarden-internal/facts/kernel/path';
import {
  editJson,
  fieldsOf,
  packageTurbo,
  scriptEdits,
  withoutImageScripts,
  withoutImageTasks,
} from '@dockwarden-internal/scaffold';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import { turboJsonIn } from '@dockwarden-internal/workspace/turbo-json';
import type { SurveyedImage } from '../build/survey-images.ts';
import type { Draft } from './draft.ts';
import { type ImageWork, imageScripts } from './image-work.ts';

/** Where the tasks of a package are planned. */
export interface PackagePlan {
  readonly fs: NodeFileSystem;
  readonly draft: Draft;
  /** Replaces what is not ours. */
  readonly force: boolean;
}

/** The scripts of a package with images, and its tasks unless they are the root's; false where its name allows none. */
export function planImages(
  { fs, draft, force }: PackagePlan,
  { name, root }: ProjectModel,
  images: readonly SurveyedImage[],
  work: ImageWork,
): boolean {
  const manifest = joinPath(root, 'package.json');
  // A project without a name is called after its folder, which is another one in every checkout.
  const isNamed = root !== '.' || typeof fieldsOf(draft.read(manifest))['name'] === 'string';
  const scripts = isNamed ? imageScripts(name, work.isMade) : undefined;
  if (!scripts) {
    const dockerfiles = images.map(({ dockerfile }) => dockerfile).join(', ');
    draft.note(`${manifest} needs a name that can stand in a script, for ${dockerfiles} to have a task.`);
    return false;
  }
  addScripts({ draft, force }, root, scripts);
  if (root === '.') return true;
  const path = turboJsonIn(fs, root) ?? joinPath(root, 'turbo.json');
  const { text, foreign } = packageTurbo(draft.read(path), work.task, force);
  draft.set(path, text);
  draft.leave(path, foreign);
  return true;
}

/** Takes away what a package had for images that are gone. */
export function takeImagesAway({ fs, draft }: PackagePlan, { root }: ProjectModel): void {
  const path = turboJsonIn(fs, root);
  const text = path === undefined || root === '.' ? undefined : draft.read(path);
  if (path === undefined || text === undefined) return;
  const rest = withoutImageTasks(text);
  if (rest === text) return;
  draft.set(path, rest);
  const manifest = joinPath(root, 'package.json');
  draft.set(manifest, withoutImageScripts(draft.read(manifest) ?? '{}\n'));
}

export function addScripts(
  { draft, force }: Pick<PackagePlan, 'draft' | 'force'>,
  root: string,
  wanted: Parameters<typeof scriptEdits>[1],
): void {
  const path = joinPath(root, 'package.json');
  const text = draft.read(path) ?? '{}\n';
  const { edits, foreign } = scriptEdits(fieldsOf(text)['scripts'], wanted, force);
  draft.set(path, editJson(text, edits));
  draft.leave(path, foreign);
}
