import type { OptionsOf } from '@dockwarden-internal/run/options/option-table';
import type { NxOptionTable } from './option-table.ts';

/** Options of the generator `docker-fix`. */
export const DOCKER_FIX_OPTIONS = {
  project: {
    type: 'string',
    description: 'The project whose files are fixed; without it, the whole workspace.',
    position: 0,
    dropdown: 'projects',
  },
  unsafe: {
    type: 'boolean',
    description: 'Applies also fixes after which a build may behave otherwise.',
    default: false,
  },
} as const satisfies NxOptionTable;

export type DockerFixOptions = OptionsOf<typeof DOCKER_FIX_OPTIONS>;
