import type { SurveyedImage } from '@dockwarden-internal/run/build/survey-images';
import { keptAnswer } from './kept-answer.ts';

/** The images of the workspace with what they are built from; undefined where that cannot be told at all. */
export async function readImageSurvey(
  workspaceRoot: string,
  paths: readonly string[],
  version: string,
): Promise<readonly SurveyedImage[] | undefined> {
  try {
    return await keptAnswer({ workspaceRoot, name: 'images', paths, version }, async ({ fs, readOutside }) => {
      const { loadBuilds } = await import('@dockwarden-internal/run');
      return (await loadBuilds()).surveyImages(fs, readOutside);
    });
  } catch {
    // A fault of ours, or a broken installation: the tasks themselves will say so, and the graph has to stand.
    return undefined;
  }
}
