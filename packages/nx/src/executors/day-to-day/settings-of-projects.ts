import type { ImageTargetOptions } from '@dockwarden-internal/policy';
import type { ExecutorContext } from '@nx/devkit';
import { optionsOfBuilds } from '../images/open-image-run.ts';
import { imageOptionsIn } from '../images/read-build-task.ts';

/** What the targets that build images say of them, by project: it decides how an image is called. One that cannot be read says so when it is built. */
export function settingsOfProjects(
  { projectGraph }: Pick<ExecutorContext, 'projectGraph'>,
  day: Parameters<typeof imageOptionsIn>[1],
): ReadonlyMap<string, ImageTargetOptions> {
  return new Map(
    Array.from(optionsOfBuilds(projectGraph)).flatMap(([project, raw]) => {
      const read = imageOptionsIn(raw, day);
      return 'options' in read && Object.keys(read.options).length > 0 ? [[project, read.options] as const] : [];
    }),
  );
}
