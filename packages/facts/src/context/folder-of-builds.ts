import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { Build } from '../model/service.ts';
import type { World } from '../model/world.ts';
import { buildDockerfileOf, buildOf, contextFolder } from '../service/service-build.ts';
import type { DecidedFolder } from './context-of.ts';

/** The Compose builds of each Dockerfile. */
const buildsOf = memo((world: World): ReadonlyMap<Dockerfile, readonly Build[]> => {
  const builds = new Map<Dockerfile, Build[]>();
  for (const compose of world.composes) {
    for (const service of compose.services) {
      const build = buildOf(service);
      const dockerfile = build && buildDockerfileOf(build);
      if (!build || !dockerfile || isUnsure(dockerfile)) continue;
      const same = builds.get(dockerfile);
      if (same) same.push(build);
      else builds.set(dockerfile, [build]);
    }
  }
  return builds;
});

/** The folder that the Compose services build a Dockerfile from: absent where none builds it, unknown where they differ. */
export function folderOfBuilds(dockerfile: Dockerfile): Maybe<DecidedFolder> {
  const builds = buildsOf(dockerfile.world).get(dockerfile);
  if (!builds) return undefined;
  const [folder, ...others] = new Set(builds.map(contextFolder));
  if (folder === undefined || isUnsure(folder) || others.length > 0) return unknown;
  return { directory: folder, decidedBy: `the service ${builds[0]!.service.name} is built from it` };
}
