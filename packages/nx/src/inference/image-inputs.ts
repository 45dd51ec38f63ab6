import type { SurveyedImage } from '@dockwarden-internal/run/build/survey-images';
import { CONFIGURATION_FILE } from '@dockwarden-internal/run/lint-inputs/configuration-file';
import { globIn, pathAsGlob } from '@dockwarden-internal/run/lint-inputs/glob-path';
import type { TargetConfiguration } from '@nx/devkit';
import { rootedGlobs } from './rooted-globs.ts';

/**
 * The inputs of a project's images as Nx declares them: every file that they are built from, what is said of them, and what the tasks before
 * them make. That a package is installed is in the files that say so, so no external dependency counts by itself.
 */
export function imageInputs(
  root: string,
  images: readonly SurveyedImage[],
  allRoots: readonly string[],
): NonNullable<TargetConfiguration['inputs']> {
  const globs = new Set([
    // Version, title and licence of the image, options of its target, arguments, tags, the date of its refresh.
    ...['project.json', 'package.json'].map((name) => globIn(root, name)),
    CONFIGURATION_FILE,
    ...images.flatMap(({ declaredIn = [] }) => declaredIn.map(pathAsGlob)),
    ...images.flatMap((image) => image.globs ?? ['**/*']),
  ]);
  const isMade = images.some(({ makers, unknownMaker }) => makers.length > 0 || unknownMaker);
  return [
    ...rootedGlobs([...globs].sort(), root, allRoots),
    ...(isMade ? [{ dependentTasksOutputFiles: '**/*' }] : []),
    { externalDependencies: [] },
  ];
}
