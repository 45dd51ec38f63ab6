import { lacksImage } from '../compose/read/lacks-image.ts';
import { memo } from '../kernel/memo.ts';
import type { Compose, Service } from '../model/service.ts';

/**
 * True for a model that is not meant to be run as it is: it is an override of what cannot be seen, or a service has neither an image nor a build,
 * so that its files go over others that their names do not tell. Source: Compose file reference, "image": it may be left out only where `build` is there.
 */
export const isPartial = memo(
  (compose: Compose): boolean =>
    isOverrideAlone(compose) || compose.services.some(({ settings }) => lacksImage(settings.value)),
);

/** A file that is called an override, and what it overrides is not there. */
function isOverrideAlone({ files }: Compose): boolean {
  return files.length === 1 && /\.override\.ya?ml$/.test(files[0]!.source.path);
}

/** True for a service of which the rest stands in a file that cannot be seen. */
export function isPartialService(service: Service): boolean {
  return lacksImage(service.settings.value) || isOverrideAlone(service.compose);
}
