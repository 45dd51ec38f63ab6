import type { Dockerfile, Stage } from '../model/dockerfile.ts';
import type { Reference } from '../model/image.ts';
import type { Service } from '../model/service.ts';
import { composeBuilders } from '../service/compose-builders.ts';
import { stagesByName } from './parent.ts';

/** Something in the workspace that builds a Dockerfile: a Compose service or a Bake target. */
export interface Builder {
  readonly kind: 'compose' | 'bake';
  /** The stage it asks for; the last one where it names none. */
  readonly target?: string;
  /** Of the file it stands in. */
  readonly environment?: 'production' | 'development';
  /** Names of contexts that it hands over beside the main one, which hide images of those names. */
  readonly contexts?: readonly string[];
  /** The place that names the stage, or the build where none is named. */
  readonly reference: Reference;
}

/** Everything known to build a Dockerfile. */
export function builders({ world, source }: Dockerfile): readonly Builder[] {
  return composeBuilders(world).get(source.path) ?? [];
}

/** The builders that ask for a stage. */
export function buildersOf(stage: Stage): readonly Builder[] {
  const { dockerfile } = stage;
  return builders(dockerfile).filter(({ target }) => targetStage(dockerfile, target) === stage);
}

/** A target is a stage's name in any case; of equal names the last counts. Source: `resolveTarget` in moby/buildkit convert.go. */
function targetStage(dockerfile: Dockerfile, target: string | undefined): Stage | undefined {
  if (!target) return dockerfile.stages.at(-1);
  return stagesByName(dockerfile).get(target.toLowerCase())?.at(-1);
}

/** True for a name that a builder hands over as a context. */
export function isNamedContext(dockerfile: Dockerfile, name: string): boolean {
  return builders(dockerfile).some(({ contexts }) => contexts?.includes(name));
}

/** The Compose services that build a stage. */
export function servicesOf(stage: Stage): readonly Service[] {
  return buildersOf(stage).flatMap(({ reference }) => reference.service ?? []);
}
