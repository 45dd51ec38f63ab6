import type { BaseFacts } from '../bases/base-facts.ts';
import { at } from '../compose/located.ts';
import { readCommandLine } from '../compose/read/command.ts';
import { readKeyValues } from '../compose/read/key-values.ts';
import { imageBase } from '../image/image-base.ts';
import { memo } from '../kernel/memo.ts';
import { isWithin } from '../kernel/path.ts';
import { isUnsure, known, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Image } from '../model/image.ts';
import type { Service } from '../model/service.ts';
import { envOf } from '../stage/env.ts';
import { rootImage } from '../stage/root.ts';
import { buildOf, builtStage, stageOfService } from './service-build.ts';
import { serviceImage } from './service-image.ts';
import { tmpfsOf, volumesOf } from './service-mounts.ts';

/** The image that a service runs, or of one that is built the external image that its Dockerfile ends up on; absent for `scratch`. */
export const runImage = memo((service: Service): Maybe<Image> => {
  const build = buildOf(service);
  if (!build) return serviceImage(service);
  const stage = builtStage(build);
  return stage === undefined || isUnsure(stage) ? unknown : rootImage(stage);
});

function runBase(service: Service): Maybe<BaseFacts> {
  const image = runImage(service);
  return image === undefined || isUnsure(image) ? image : imageBase(image);
}

/** Servers that keep what they hold in memory, unless they are told to write it down. Source: Redis documentation, "Redis persistence". */
const IN_MEMORY: ReadonlySet<string> = new Set(['redis', 'valkey']);

/** Folders in which its image keeps what should outlive a container; of a cache, where the command line asks for it. */
export function dataFoldersOf(service: Service): Maybe<readonly string[]> {
  const base = runBase(service);
  if (base === undefined || isUnsure(base)) return base;
  const inMemory = base.runtimes.some(({ name }) => IN_MEMORY.has(name)) && !writesDown(service);
  return inMemory ? [] : base.data;
}

/**
 * The same where no mount holds any of them, else none: of several folders one tells that somebody has thought of it. A volume elsewhere that
 * a variable or the command line names holds the data instead (`PGDATA`, `--datadir`); a mount whose target is not known may hold anything,
 * and so may one of a service whose variables stand in other files.
 */
export const looseDataOf = memo((service: Service): Maybe<readonly string[]> => {
  const folders = dataFoldersOf(service);
  const base = runBase(service);
  if (folders === undefined || isUnsure(folders) || folders.length === 0) return folders;
  if (base === undefined || isUnsure(base)) return base;
  const mounts = [...volumesOf(service), ...tmpfsOf(service)];
  if (mounts.some(({ target }) => isUnsure(target))) return unknown;
  const targets = mounts.map(({ target }) => trimmed(target as string));
  const held = targets.some(
    (target) => folders.some((folder) => holds(target, folder, base)) || namesPathIn(service, target),
  );
  if (held) return [];
  return targets.length > 0 && at(service.settings.value, 'env_file') ? unknown : folders;
});

/**
 * True where what is written to a folder gets into a mount. Where the image declares a volume at the folder, a mount above it does not: the
 * engine lays an anonymous volume over that part of it. Only entries of the table that were held against their sources are that sure of volumes.
 * Source: Docker Hub, page of the image postgres, "PGDATA".
 */
function holds(target: string, folder: string, { volumes, formerData, asOf }: BaseFacts): boolean {
  if (target === folder) return true;
  if (isWithin(folder, target)) return asOf === undefined || !volumes.includes(folder);
  return isWithin(target, folder) && !formerData.some((former) => isWithin(target, former));
}

/** `--appendonly yes`, `--save 60 1`; a file of settings may say so, too. */
function writesDown(service: Service): boolean {
  const command = commandTexts(service).join(' ');
  return /--appendonly\s+["']?yes|--save\s+["']?\d|\.conf\b/.test(command);
}

function commandTexts({ settings: { value } }: Service): (string | undefined)[] {
  return ['command', 'entrypoint'].flatMap((key) => readCommandLine(at(value, key))?.settings.map(({ text }) => text));
}

function trimmed(path: string): string {
  return path.length > 1 ? path.replace(/(?<!\/)\/+$/, '') : path;
}

/** True where a variable or the command line names a folder within a mount. */
function namesPathIn(service: Service, target: string): boolean {
  const { value } = service.settings;
  const texts = [
    ...readKeyValues(at(value, 'environment')).map((entry) => entry.value?.text),
    ...builtVariables(service),
    ...commandTexts(service),
  ];
  const path = new RegExp(`(?:^|[\\s=:])${target.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?:/|\\s|$)`);
  return texts.some((text) => text !== undefined && path.test(text));
}

/** What the Dockerfile of a service that is built sets. */
function builtVariables(service: Service): (string | undefined)[] {
  const stage = known(stageOfService(service));
  return stage ? envOf(stage).map(({ value }) => known(value)) : [];
}
