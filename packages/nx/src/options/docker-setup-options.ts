import type { OptionsOf } from '@dockwarden-internal/run/options/option-table';
import { COMPOSE_OPTIONS, SETUP_OPTIONS } from '@dockwarden-internal/run/options/setup-options';
import type { NxOptionTable } from './option-table.ts';

const PROJECT = {
  type: 'string',
  description: 'The project that is made ready for containers.',
  position: 0,
  dropdown: 'projects',
} as const;

/** Options of the generator `docker-setup`. */
export const DOCKER_SETUP_OPTIONS = {
  project: PROJECT,
  projects: { type: 'string[]', description: 'Every app that fits: tag:NAME, or a glob of names or folders.' },
  all: { type: 'boolean', description: 'Every project that is an app.', default: false },
  ...SETUP_OPTIONS,
  stack: {
    ...SETUP_OPTIONS.stack,
    description: 'Kind of app, instead of what its files speak for (npx dockwarden setup --list names them).',
  },
} as const satisfies NxOptionTable;

/** Options of the generator `docker-compose`. */
export const DOCKER_COMPOSE_OPTIONS = {
  project: { ...PROJECT, description: 'The project whose Compose files are written.' },
  ...COMPOSE_OPTIONS,
  force: SETUP_OPTIONS.force,
} as const satisfies NxOptionTable;

export type DockerSetupOptions = OptionsOf<typeof DOCKER_SETUP_OPTIONS>;
export type DockerComposeOptions = OptionsOf<typeof DOCKER_COMPOSE_OPTIONS>;
