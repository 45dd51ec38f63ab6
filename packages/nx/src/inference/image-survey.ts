import { createHash } from 'node:crypto';
import type { SurveyedImage } from '@dockwarden-internal/run/build/survey-images';
import {
  answersStand,
  type Question,
  tracedFileSystem,
  withoutImplied,
} from '@dockwarden-internal/run/cache/traced-file-system';
import { nodeFileSystem } from '@dockwarden-internal/workspace/file-system';
import { pluginDataPath, readPluginData, writePluginData } from './plugin-data.ts';

interface Kept {
  readonly version: string;
  /** Of the names of all files that Nx knows and images may be told from. */
  readonly files: string;
  readonly questions: readonly Question[];
  readonly images: readonly SurveyedImage[];
}

/**
 * The images of the workspace with what they are built from; undefined where that cannot be told at all. The answer is kept with every question
 * that was asked of the disk, and counts as long as these are answered alike: the Docker knowledge is only loaded where one is not.
 */
export async function readImageSurvey(
  workspaceRoot: string,
  paths: readonly string[],
  version: string,
): Promise<readonly SurveyedImage[] | undefined> {
  try {
    const path = pluginDataPath(workspaceRoot, 'images');
    const files = createHash('sha1').update(paths.join('\0')).digest('base64');
    const disk = nodeFileSystem(workspaceRoot);
    const kept = readPluginData(path) as Kept | undefined;
    if (kept?.version === version && kept.files === files && answersStand(disk, kept.questions)) return kept.images;
    const traced = tracedFileSystem(disk, true);
    const { loadBuilds } = await import('@dockwarden-internal/run');
    const images = await (await loadBuilds()).surveyImages(traced.fs, traced.readOutside);
    writePluginData(path, { version, files, questions: withoutImplied(traced.questions()), images } satisfies Kept);
    return images;
  } catch {
    // A fault of ours, or a broken installation: the tasks themselves will say so, and the graph has to stand.
    return undefined;
  }
}
