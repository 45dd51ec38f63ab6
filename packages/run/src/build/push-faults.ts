import type { Change } from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { BuildOptions } from './build-options.ts';
import type { PlannedImage } from './planned-image.ts';

/** Why images cannot be pushed, told before anything is built: no registry, or files that no commit holds. */
export function pushFaults(
  planned: ReadonlyMap<string, PlannedImage>,
  { dryRun }: Pick<BuildOptions, 'dryRun'>,
): Diagnostic[] {
  return [...planned.values()].flatMap(({ image, plan, dirty }): Diagnostic[] => {
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
          message: `${image.name} is not pushed: files that it is made from differ from the commit that its labels would name: ${named(dirty)}`,
          hint: 'Commit them, or hide from the build what is not to be in the image.',
          exit: 2,
        },
      ];
    return [];
  });
}

/** So many are named; whoever has more knows where to look. */
const NAMED = 5;

function named(changes: readonly Change[]): string {
  const rest = changes.length - NAMED;
  const first = changes.slice(0, NAMED).map(({ path, how }) => `${path} (${how})`);
  return first.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
