import type { SurveyedImage } from '@dockwarden-internal/run/build/survey-images';
import type { FileNotes } from '@dockwarden-internal/run/lint-inputs/file-notes';
import { PRODUCT_VERSION } from '../product-version.ts';
import { readImageSurvey } from './image-survey.ts';
import type { KnownFiles } from './known-files.ts';
import { isRoot, type ProjectRoots } from './project-roots.ts';

/** The images of each project that may have tasks, by its root. A root that Nx knows no project at would break the graph. */
export async function imagesByRoot(
  workspaceRoot: string,
  { seen, notes, isSelected }: KnownFiles,
  roots: ProjectRoots,
): Promise<Map<string, SurveyedImage[]>> {
  const survey = await readImageSurvey(workspaceRoot, seen, PRODUCT_VERSION);
  const byRoot = new Map<string, SurveyedImage[]>();
  for (const image of survey ?? unsurveyed(notes, roots)) {
    if (!isSelected(image.dockerfile) || !isRoot(image.root, roots)) continue;
    byRoot.set(image.root, [...(byRoot.get(image.root) ?? []), image]);
  }
  return byRoot;
}

/** Where nothing could be told of images, every project with a Dockerfile has some: their tasks say what is wrong. */
function unsurveyed(notes: ReadonlyMap<string, FileNotes>, roots: ProjectRoots): SurveyedImage[] {
  return [...notes].flatMap(([dockerfile, { kind }]) => {
    const root = kind === 'dockerfile' ? roots.ownerOf(dockerfile) : undefined;
    return root === undefined ? [] : [{ project: root, root, dockerfile, makers: [], unknownMaker: true }];
  });
}
