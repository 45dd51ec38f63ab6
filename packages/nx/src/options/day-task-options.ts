import {
  DOWN_OPTIONS,
  INSPECT_OPTIONS,
  LOGS_OPTIONS,
  RUN_OPTIONS,
  SHELL_OPTIONS,
  UP_OPTIONS,
} from '@dockwarden-internal/run/options/day-to-day-options';
import type { NxOptionTable } from './option-table.ts';

const image = {
  image: { type: 'string', description: 'Name of the image. Inferred: that of the project, where it has one.' },
} as const satisfies NxOptionTable;

const services = {
  services: { type: 'string[]', description: 'Services of the files; without it, all of them.' },
} as const satisfies NxOptionTable;

/** Options of the executors for day-to-day work. */
export const RUN_TASK_OPTIONS = {
  ...image,
  arguments: { type: 'string[]', description: "The container's command, instead of the image's." },
  ...RUN_OPTIONS,
} as const satisfies NxOptionTable;
export const SHELL_TASK_OPTIONS = {
  ...image,
  command: { type: 'string[]', description: 'A command and its words, instead of a shell.' },
  ...SHELL_OPTIONS,
} as const satisfies NxOptionTable;
export const LOGS_TASK_OPTIONS = { ...image, ...LOGS_OPTIONS } as const satisfies NxOptionTable;
export const INSPECT_TASK_OPTIONS = { ...image, ...INSPECT_OPTIONS } as const satisfies NxOptionTable;
export const UP_TASK_OPTIONS = { ...services, ...UP_OPTIONS } as const satisfies NxOptionTable;
export const DOWN_TASK_OPTIONS = { ...services, ...DOWN_OPTIONS } as const satisfies NxOptionTable;
