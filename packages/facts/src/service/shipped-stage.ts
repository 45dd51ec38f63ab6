import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Stage } from '../model/dockerfile.ts';
import type { Service } from '../model/service.ts';
import { buildDockerfileOf, buildOf, stageOfService } from './service-build.ts';

/**
 * The stage whose image a service runs: the one that it builds, else the last of the Dockerfile that the same service builds with the other files
 * of its folder, as where production resets `build` and names the image. Absent where none builds it.
 */
export function shippedStage(service: Service): Maybe<Stage> {
  const own = stageOfService(service);
  if (own !== undefined) return own;
  const { world, files } = service.compose;
  for (const compose of world.composes) {
    if (compose === service.compose || compose.files[0] === undefined || compose.files[0] !== files[0]) continue;
    const build = compose.services.map((each) => each.name === service.name && buildOf(each)).find(Boolean);
    if (!build) continue;
    const dockerfile = buildDockerfileOf(build);
    return isUnsure(dockerfile) ? unknown : dockerfile?.stages.at(-1);
  }
  return undefined;
}
