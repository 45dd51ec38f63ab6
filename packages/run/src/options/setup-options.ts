import { BASE_KINDS, BUILD_PLACES, PATTERNS } from '@dockwarden-internal/scaffold/model/setup-options';
import type { OptionsOf, OptionTable } from './option-table.ts';

/** What the Compose files of a project are written with. */
export const COMPOSE_OPTIONS = {
  with: {
    type: 'string[]',
    value: 'SERVICE,…',
    description: 'Services that the app needs: postgres, mysql, redis, mongo, rabbitmq, …',
  },
  sidecar: {
    type: 'string[]',
    choices: ['logs', 'proxy'],
    description: 'Helpers beside the app: logs (a log shipper), proxy (a reverse proxy with TLS).',
  },
  network: { type: 'string', value: 'NAME', description: 'A network that is there already, and that the app joins.' },
} as const satisfies OptionTable;

/** What the files of a project's container are written with. */
export const SETUP_OPTIONS = {
  stack: {
    type: 'string',
    value: 'NAME',
    description: 'Kind of app, instead of what its files speak for (see --list).',
  },
  pattern: {
    type: 'string',
    choices: PATTERNS,
    default: 'multi',
    description: 'multi builds and ships in stages, single in one, builder in two images, artifact ships files only.',
  },
  base: {
    type: 'string',
    choices: BASE_KINDS,
    description: 'Base of the image that ships (default: what fits the stack).',
  },
  build: {
    type: 'string',
    choices: BUILD_PLACES,
    default: 'inside',
    description: 'inside builds in the image; outside packs what the task runner has built.',
  },
  port: { type: 'number', value: 'PORT', description: 'Port that the app listens on (default: what its sources say).' },
  healthPath: {
    type: 'string',
    value: 'PATH',
    description: 'Route that answers 200 while the app is well (default: what its sources say, else /health).',
  },
  privateRegistry: {
    type: 'boolean',
    description: 'Packages come from a registry that asks for credentials, which are mounted as a build secret.',
  },
  compose: { type: 'boolean', default: true, description: 'Writes no Compose files.' },
  ...COMPOSE_OPTIONS,
  devcontainer: { type: 'boolean', description: 'Writes a dev container, too.' },
  healthEndpoint: {
    type: 'boolean',
    description: 'Adds a route to the app that checks what it depends on and answers 200 or 503.',
  },
  adopt: {
    type: 'boolean',
    description: 'Keeps every file that is there, adds what is missing, and shows what policies say of the rest.',
  },
  force: { type: 'boolean', description: 'Replaces files that are there and say something else.' },
} as const satisfies OptionTable;

export type ComposeValues = OptionsOf<typeof COMPOSE_OPTIONS>;
export type SetupValues = OptionsOf<typeof SETUP_OPTIONS>;
