import {
  BUILD_REQUEST_OPTIONS,
  BUILD_RUN_OPTIONS,
  IMAGE_SELECTION_OPTIONS,
} from '@dockwarden-internal/run/options/build-run-options';
import type { OptionsOf } from '@dockwarden-internal/run/options/option-table';
import { SCAN_RUN_OPTIONS } from '@dockwarden-internal/run/options/scan-run-options';
import type { NxOptionTable } from './option-table.ts';

const images = {
  images: {
    type: 'string[]',
    description: 'Names of images. Inferred: those of the project; without it, all of the project.',
  },
} as const satisfies NxOptionTable;

const { trustGenerated: _made, ...run } = BUILD_RUN_OPTIONS;

/** Options of `@dockwarden/nx:build` and `@dockwarden/nx:push`; what makes generated inputs is a task before them. */
export const BUILD_TASK_OPTIONS = {
  ...images,
  config: IMAGE_SELECTION_OPTIONS.config,
  ...run,
  ...BUILD_REQUEST_OPTIONS,
} as const satisfies NxOptionTable;

/** Options of `@dockwarden/nx:extract` beside those of a build. */
export const EXTRACT_ONLY_OPTIONS = {
  stages: {
    type: 'string[]',
    value: 'IMAGE=STAGE',
    description:
      'Stages whose files are taken, where it is not the last one. Inferred: those called artifact or export.',
  },
  folder: {
    type: 'string',
    description: 'Folder below which each image has one of its own; `dist/extract` is emptied first, another is not.',
    default: 'dist/extract',
  },
} as const satisfies NxOptionTable;

/** Options of `@dockwarden/nx:extract`. */
export const EXTRACT_TASK_OPTIONS = { ...BUILD_TASK_OPTIONS, ...EXTRACT_ONLY_OPTIONS } as const satisfies NxOptionTable;

/** Options of `@dockwarden/nx:scan`. */
export const SCAN_TASK_OPTIONS = { ...images, ...SCAN_RUN_OPTIONS } as const satisfies NxOptionTable;

export type BuildTaskValues = OptionsOf<typeof BUILD_TASK_OPTIONS>;
export type ExtractTaskValues = OptionsOf<typeof EXTRACT_TASK_OPTIONS>;
export type ScanTaskValues = OptionsOf<typeof SCAN_TASK_OPTIONS>;
