import type { Dockerfile } from '../model/dockerfile.ts';
import type { Compose } from '../model/service.ts';
import { builders } from '../stage/builders.ts';

/** The Compose models with a service that builds a Dockerfile, once each. */
export function composesOf(dockerfile: Dockerfile): readonly Compose[] {
  return [...new Set(builders(dockerfile).flatMap(({ reference }) => reference?.service?.compose ?? []))];
}
