import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { BuildOptions } from './build-options.ts';
import type { PlannedImage } from './planned-image.ts';

/** Why images cannot be pushed, told before anything is built: no registry, or files that no commit holds. */
export function pushFaults(
  planned: ReadonlyMap<string, PlannedImage>,
  { dryRun }: Pick<BuildOptions, 'dryRun'>,
): Diagnostic[] {
  return [...planned.values()].flatMap(({ image, plan }): Diagnostic[] => {
    if (image.request.repository.startsWith('dockwarden.local/'))
      return [
        {
          code: 'push/no-repository',
          message: `${image.name} has no repository to be pushed to`,
          hint: 'Set build.repository in dockwarden.yaml, such as ghcr.io/acme/{image}, or say --repository.',
          exit: 2,
        },
      ];
    if (plan.stamp.dirty && !dryRun)
      return [
        {
          code: 'push/dirty',
          message: `${image.name} is not pushed: files that it is made from differ from the commit that its labels would name`,
          hint: '`dockwarden labels` shows it; commit them first.',
          exit: 2,
        },
      ];
    return [];
  });
}
