import type { Place } from '@dockwarden-internal/syntax';
import type { World } from './world.ts';

/** A merged Compose model. */
export interface Compose {
  readonly world: World;
  readonly services: readonly Service[];
}

export interface Service {
  readonly compose: Compose;
  readonly name: string;
  readonly place: Place;
}
export type Build = Service;
export type ComposeFile = Compose;
export type ComposeKey = Service;
export type DependsOn = Service;
export type EnvironmentEntry = Service;
export type Healthcheck = Service;
export type Limits = Service;
export type Logging = Service;
export type NamedResource = Service;
export type PublishedPort = Service;
export type RawService = Service;
