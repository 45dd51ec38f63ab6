import type { Compose, ComposeFile } from '../model/service.ts';
import type { World } from '../model/world.ts';

/** A model with its files and services as facts see them. */
export function buildCompose(
  world: World,
  fileOf: (path: string) => ComposeFile | undefined,
  model: Compose['model'],
): Compose {
  const compose: Compose = {
    world,
    model,
    files: model.files.flatMap((source) => fileOf(source.path) ?? []),
    get services() {
      services ??= model.services.map((settings) => ({
        compose,
        name: settings.name,
        place: settings.place,
        settings,
      }));
      return services;
    },
  };
  let services: Compose['services'] | undefined;
  return compose;
}
