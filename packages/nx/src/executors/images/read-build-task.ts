import type { ImageSettings, ImageTargetOptions } from '@dockwarden-internal/policy';
import { BUILD_REQUEST_OPTIONS, type BuildRequestValues } from '@dockwarden-internal/run/options/build-run-options';
import { readBuildSettings } from '@dockwarden-internal/run/options/build-settings';
import {
  type BuildTaskValues,
  EXTRACT_TASK_OPTIONS,
  type ExtractTaskValues,
} from '../../options/image-task-options.ts';
import { readValues } from '../../options/read-values.ts';
import type { Builds } from './builds.ts';
import type { ImageTask, RawOptions } from './image-task.ts';

/** A task as it is understood. */
export interface BuildTask {
  readonly task: ImageTask;
  readonly images: readonly string[];
  /** How the run goes about it, and what only extraction asks. */
  readonly how: Omit<BuildTaskValues & ExtractTaskValues, keyof BuildRequestValues | 'images'>;
  /** What the command line says of every image. */
  readonly settings: ImageSettings;
  /** What the target says of the project's image. */
  readonly own: ImageTargetOptions;
}

/** Reads what a task is to do; `inherited` is what the project's `docker-build` says to its other targets too. */
export function readBuildTask(task: ImageTask, inherited: RawOptions, builds: Builds): BuildTask | { fault: string } {
  const all = readValues(EXTRACT_TASK_OPTIONS, { ...task.options, ...task.overrides });
  if ('fault' in all) return all;
  const said = requestIn(task.overrides);
  if ('fault' in said) return said;
  const configured = Object.entries(task.options).filter(([name]) => !(name in task.overrides));
  const own = imageOptionsIn({ ...inherited, ...Object.fromEntries(configured) }, builds);
  if ('fault' in own) return own;
  const { images = [], ...values } = all.values;
  const how = Object.fromEntries(Object.entries(values).filter(([name]) => !(name in BUILD_REQUEST_OPTIONS)));
  return { task, images, how, settings: said.settings, own: own.options };
}

/** What options of a target say of the project's image, as flags of the command line or as `images:` of dockwarden.yaml has them. */
export function imageOptionsIn(
  raw: RawOptions,
  builds: Pick<Builds, 'readImageOptions'>,
): { options: ImageTargetOptions } | { fault: string } {
  const request = readValues(BUILD_REQUEST_OPTIONS, raw);
  if ('fault' in request) return request;
  const flags = readBuildSettings(request.values);
  if ('fault' in flags) return flags;
  // Some names are in both vocabularies, and a flag's single value stands for a list.
  const named = builds.readImageOptions({ ...raw, ...request.values });
  return 'fault' in named ? named : { options: { ...named.options, ...flags.settings } };
}

function requestIn(raw: RawOptions): { settings: ImageSettings } | { fault: string } {
  const request = readValues(BUILD_REQUEST_OPTIONS, raw);
  return 'fault' in request ? request : readBuildSettings(request.values);
}
