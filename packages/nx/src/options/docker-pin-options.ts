import type { OptionsOf } from '@dockwarden-internal/run/options/option-table';
import { PIN_OPTIONS } from '@dockwarden-internal/run/options/pin-options';
import type { NxOptionTable } from './option-table.ts';

/** Options of the generator `docker-pin`. */
export const DOCKER_PIN_OPTIONS = PIN_OPTIONS satisfies NxOptionTable;

export type DockerPinOptions = OptionsOf<typeof DOCKER_PIN_OPTIONS>;
