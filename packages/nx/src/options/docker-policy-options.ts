import type { OptionsOf } from '@dockwarden-internal/run/options/option-table';
import type { NxOptionTable } from './option-table.ts';

/** Options of the generator `docker-policy`. */
export const DOCKER_POLICY_OPTIONS = {
  id: { type: 'string', description: 'Id of the policy, AREA/NAME: house/labels.', position: 0 },
} as const satisfies NxOptionTable;

export type DockerPolicyOptions = OptionsOf<typeof DOCKER_POLICY_OPTIONS>;
