import { memo } from '../kernel/memo.ts';
import { isUnsure, known } from '../kernel/unsure.ts';
import type { Service } from '../model/service.ts';
import type { World } from '../model/world.ts';
import type { Builder } from '../stage/builders.ts';
import { buildOf, dockerfilePath } from './service-build.ts';

/** What the workspace's Compose services build, by path of the Dockerfile. A service of two models that share its file counts once. */
export const composeBuilders = memo((world: World): ReadonlyMap<string, readonly Builder[]> => {
  const found = new Map<string, Builder[]>();
  for (const service of world.composes.flatMap((compose) => compose.services)) {
    const build = buildOf(service);
    const path = build && dockerfilePath(build);
    // A target that a variable decides may be any stage: nothing is said of any.
    if (path === undefined || isUnsure(path) || isUnsure(build!.settings.target?.value)) continue;
    const list = found.get(path) ?? [];
    list.push(builderOf(service, build!));
    found.set(path, list);
  }
  return found;
});

function builderOf(service: Service, { settings, place }: NonNullable<ReturnType<typeof buildOf>>): Builder {
  const target = known(settings.target?.value);
  const { environment } = service.compose.model;
  return {
    kind: 'compose',
    ...(target !== undefined && { target }),
    ...(environment && { environment }),
    contexts: settings.additionalContexts.map(({ name }) => name),
    reference: {
      use: 'service',
      kind: 'stage',
      text: target ?? service.name,
      place: settings.target?.place ?? place,
      target: undefined,
      service,
    },
  };
}
