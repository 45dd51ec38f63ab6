import { IMAGE_SELECTION_OPTIONS } from './build-run-options.ts';
import type { OptionsOf, OptionTable } from './option-table.ts';

const { config } = IMAGE_SELECTION_OPTIONS;

/** What a container is given. */
const CONTAINER_OPTIONS = {
  env: {
    type: 'string[]',
    value: 'NAME[=VALUE]',
    description: 'A variable; without value that of this environment.',
  },
  envFile: { type: 'string[]', value: 'FILE', description: 'A file of variables.' },
  network: {
    type: 'string',
    value: 'NAME',
    description: 'A network that is there already, such as that of a Compose project.',
  },
  readOnly: { type: 'boolean', description: 'A root file system that cannot be written to, with /tmp in memory.' },
  tmpfs: { type: 'string[]', value: 'PATH', description: 'A further folder in memory.' },
} as const satisfies OptionTable;

/** How `dockwarden run` starts a container. */
export const RUN_OPTIONS = {
  port: {
    type: 'string[]',
    value: '[ADDRESS:]HOST:PORT',
    description: "Another port of this machine for one of the image's (default: the same, on 127.0.0.1).",
  },
  publish: { type: 'boolean', default: true, description: 'Publishes no ports.' },
  ...CONTAINER_OPTIONS,
  name: { type: 'string', value: 'NAME', description: 'Name of the container (default: that of the image).' },
  interactive: { type: 'boolean', description: 'Attaches the terminal: for programs that ask.' },
  detach: { type: 'boolean', description: 'Leaves it running, and returns.' },
  replace: { type: 'boolean', description: 'Ends the one that runs already.' },
  config,
} as const satisfies OptionTable;

/** How `dockwarden shell` gets in. */
export const SHELL_OPTIONS = {
  toolbox: {
    type: 'string',
    value: 'IMAGE',
    description: 'An image with a shell (busybox), started in the namespaces of the container: for images without one.',
  },
  user: { type: 'string', value: 'USER', description: "Another user than the image's: root, 0:0." },
  fresh: { type: 'boolean', description: 'A container of its own, also where one runs.' },
  ...CONTAINER_OPTIONS,
  config,
} as const satisfies OptionTable;

/** What `dockwarden logs` shows. */
export const LOGS_OPTIONS = {
  follow: { type: 'boolean', default: true, description: 'Ends with what has been said so far.' },
  tail: { type: 'number', value: 'LINES', description: 'Only the last lines of what has been said.' },
  since: { type: 'string', value: 'TIME', description: 'Only from then on: 10m, 2h, or a date.' },
  timestamps: { type: 'boolean', description: 'Before each line, when it was said.' },
  config,
} as const satisfies OptionTable;

/** How `dockwarden inspect` shows an image. */
export const INSPECT_OPTIONS = {
  format: { type: 'string', choices: ['table', 'json'], description: 'table (default) or json.' },
  config,
} as const satisfies OptionTable;

/** How `dockwarden up` starts a project's Compose files. */
export const UP_OPTIONS = {
  prod: { type: 'boolean', description: 'compose.prod.yaml instead of compose.override.yaml.' },
  tag: { type: 'string', value: 'TAG', description: 'Sets TAG for the files: the version that production runs.' },
  wait: { type: 'boolean', description: 'Returns when every service is healthy, and leaves them running.' },
  detach: { type: 'boolean', description: 'Leaves them running, and returns at once.' },
  build: { type: 'boolean', description: 'Builds the images of the files first, also those that are there.' },
} as const satisfies OptionTable;

/** How `dockwarden down` ends them. */
export const DOWN_OPTIONS = {
  prod: { type: 'boolean', description: 'compose.prod.yaml instead of compose.override.yaml.' },
  volumes: { type: 'boolean', description: 'Removes their volumes, too, and what is in them.' },
} as const satisfies OptionTable;

export type ContainerValues = OptionsOf<typeof CONTAINER_OPTIONS>;
export type RunValues = OptionsOf<typeof RUN_OPTIONS>;
export type ShellValues = OptionsOf<typeof SHELL_OPTIONS>;
export type LogsValues = OptionsOf<typeof LOGS_OPTIONS>;
export type InspectValues = OptionsOf<typeof INSPECT_OPTIONS>;
export type UpValues = OptionsOf<typeof UP_OPTIONS>;
export type DownValues = OptionsOf<typeof DOWN_OPTIONS>;
