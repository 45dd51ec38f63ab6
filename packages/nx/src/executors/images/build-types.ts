export type { ImageTargetOptions } from '@dockwarden-internal/policy';
export type { BuildEvent, BuildOptions } from '@dockwarden-internal/run/build/build-options';
export type { BuildOutcome } from '@dockwarden-internal/run/build/build-outcome';
