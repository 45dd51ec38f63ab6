import { memo } from '../kernel/memo.ts';
import { isUnsure, known, unknown } from '../kernel/unsure.ts';
import type { Build, Service } from '../model/service.ts';
import type { World } from '../model/world.ts';
import type { Builder } from '../stage/builder.ts';
import { buildOf, contextFolder, dockerfilePath } from './service-build.ts';

/** What the workspace's Compose services build, by path of the Dockerfile. A service of two models that share its file counts once. */
export const composeBuilders = memo((world: World): ReadonlyMap<string, readonly Builder[]> => {
  const found = new Map<string, Builder[]>();
  for (const service of world.composes.flatMap((compose) => compose.services)) {
    const build = buildOf(service);
    const path = build && dockerfilePath(build);
    if (!build || path === undefined || isUnsure(path)) continue;
    const list = found.get(path) ?? [];
    list.push(builderOf(service, build));
    found.set(path, list);
  }
  return found;
});

function builderOf(service: Service, build: Build): Builder {
  const { settings, place } = build;
  const target = settings.target?.value;
  const { environment } = service.compose.model;
  return {
    kind: 'compose',
    decides: `the service ${service.name} is built from it`,
    folder: contextFolder(build) ?? unknown,
    ...(target !== undefined && { target }),
    ...(environment && { environment }),
    contexts: new Map(settings.additionalContexts.map(({ name, value }) => [name, value?.value ?? unknown])),
    reference: {
      use: 'service',
      kind: 'stage',
      text: known(target) ?? service.name,
      place: settings.target?.place ?? place,
      target: undefined,
      service,
    },
  };
}
