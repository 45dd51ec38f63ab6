import { CI_OPTIONS } from '@dockwarden-internal/run/options/ci-options';
import type { OptionsOf } from '@dockwarden-internal/run/options/option-table';
import type { NxOptionTable } from './option-table.ts';

/** Options of the generator `docker-ci`. */
export const DOCKER_CI_OPTIONS = {
  ...CI_OPTIONS,
  force: { type: 'boolean', description: 'Replaces a workflow that says something else.', default: false },
} as const satisfies NxOptionTable;

export type DockerCiOptions = OptionsOf<typeof DOCKER_CI_OPTIONS>;
