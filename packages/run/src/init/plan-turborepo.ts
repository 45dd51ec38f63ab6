import type { ConfigDocument } from '@dockwarden-internal/policy';
import { rootTurbo, taskInputs } from '@dockwarden-internal/scaffold';
import type { Workspace } from '@dockwarden-internal/workspace';
import { type Draft, draftOf } from './draft.ts';
import type { ImageWork } from './image-work.ts';
import { addScripts, planImages, takeImagesAway } from './plan-package.ts';
import { turboNotes } from './turbo-notes.ts';
import { turboScene } from './turbo-scene.ts';
import { selectsByInputs } from './turbo-version.ts';

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
  const { version, path, text, images, lint, workFor } = await turboScene(workspace, config);
  const draft = draftOf(fs);
  const plan = { fs, draft, force };
  let rootWork: ImageWork | undefined;
  for (const project of model.projects) {
    const own = images.filter((image) => image.project === project.name);
    if (own.length === 0) {
      takeImagesAway(plan, project);
      continue;
    }
    const work = workFor(project, own);
    if (!planImages(plan, project, own, work)) continue;
    if (project.root === '.') rootWork = work;
    if (work.missing.length > 0)
      draft.note(
        `${project.name} copies what a build makes, but ${path} has no task for ${work.missing.join(', ')}: add it, then dockwarden sync.`,
      );
  }
  const ofRoot = rootTurbo(text, {
    lintInputs: taskInputs(lint, { root: '.', knowsTurboRoot: true }),
    environment: [...new Set(images.flatMap(({ environment = [] }) => environment))].sort(),
    ...(rootWork && { images: rootWork.task }),
    affectedByInputs: first && selectsByInputs(version),
    force,
  });
  draft.set(path, ofRoot.text);
  draft.leave(path, ofRoot.foreign);
  addScripts(plan, '.', [{ name: 'docker-lint', words: ['lint'] }]);
  if (first) draft.note(...turboNotes(version, text));
  return draft;
}
