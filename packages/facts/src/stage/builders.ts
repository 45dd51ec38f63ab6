import { bakeBuilders } from '../bake/bake-builders.ts';
import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { Dockerfile, Stage } from '../model/dockerfile.ts';
import type { Service } from '../model/service.ts';
import { composeBuilders } from '../service/compose-builders.ts';
import type { Builder } from './builder.ts';
import { configuredBuilders } from './configured-builders.ts';
import { stagesByName } from './stages-by-name.ts';

/** Everything known to build a Dockerfile. */
export function builders(dockerfile: Dockerfile): readonly Builder[] {
  const { source, world } = dockerfile;
  return [
    ...configuredBuilders(dockerfile),
    ...(composeBuilders(world).get(source.path) ?? []),
    ...bakeBuilders(dockerfile),
  ];
}

/** The builders that ask for a stage. */
export function buildersOf(stage: Stage): readonly Builder[] {
  const { dockerfile } = stage;
  return builders(dockerfile).filter(({ target }) => targetStage(dockerfile, target) === stage);
}

/** A target is a stage's name in any case; of equal names the last counts. Source: `resolveTarget` in moby/buildkit convert.go. */
function targetStage(dockerfile: Dockerfile, target: Maybe<string>): Stage | undefined {
  if (isUnsure(target)) return undefined;
  if (!target) return dockerfile.stages.at(-1);
  return stagesByName(dockerfile).get(target.toLowerCase())?.at(-1);
}

/** The Compose services that build a stage. */
export function servicesOf(stage: Stage): readonly Service[] {
  return buildersOf(stage).flatMap(({ reference }) => reference?.service ?? []);
}
