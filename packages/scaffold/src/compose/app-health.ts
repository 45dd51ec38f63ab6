import type { Service } from '../model/service.ts';
import type { AppFacts } from './app-trees.ts';
import { type HealthTest, healthTest } from './health-test.ts';
import { imageProbe } from './image-probe.ts';

/**
 * Where Compose files have to say how an app's health is asked. What builds the image finds the check in it; production runs an image by
 * name, of which files tell nothing, and so says it again.
 */
export function appHealth(service: Service, path: string, dockerfile: string | undefined): AppFacts['health'] {
  const built = dockerfile === undefined ? undefined : imageProbe(path, dockerfile);
  const given = service.probe && healthTest(['CMD', ...service.probe]);
  const development = service.development && developmentHealth(service, path, dockerfile, given ?? built);
  return {
    ...(given && !built && { everywhere: given }),
    ...(built && { production: built }),
    ...(development && { development }),
  };
}

/** What compiles as it starts takes its time, the first time; a success counts at once all the same. */
const FIRST_BUILD = '3m';

/** Undefined where the stage says it itself, or nothing can be said: a probe that was compiled into the image is not in the stage. */
function developmentHealth(
  { development }: Service,
  path: string,
  dockerfile: string | undefined,
  shipped: HealthTest | undefined,
): HealthTest | undefined {
  if (!development) return undefined;
  if (development.probe) return healthTest(['CMD', ...development.probe], FIRST_BUILD);
  if (dockerfile !== undefined && imageProbe(path, dockerfile, development.stage)) return undefined;
  const [form, program] = shipped?.test ?? [];
  const onPath = form === 'CMD-SHELL' || (form === 'CMD' && program !== undefined && !program.includes('/'));
  return shipped && onPath ? healthTest(shipped.test, FIRST_BUILD) : undefined;
}
