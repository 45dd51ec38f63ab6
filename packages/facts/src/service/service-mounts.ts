import { readTmpfs, readVolumes, type VolumeSettings } from '../compose/read/volumes.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure } from '../kernel/unsure.ts';
import type { Mount } from '../model/files.ts';
import type { Service } from '../model/service.ts';

/** `volumes` of a service, in order. */
export const volumesOf = memo((service: Service): readonly Mount[] =>
  readVolumes(service.settings.value).map((volume) => ({
    type: volume.type,
    source: volume.source?.value,
    target: volume.target?.value,
    readOnly: volume.readOnly,
    options: optionsOf(volume),
    place: volume.place,
    ...(volume.source && { sourceText: volume.source.text, sourcePlace: volume.source.place }),
    ...(volume.target && { targetPlace: volume.target.place }),
    service,
  })),
);

function optionsOf({ propagation }: VolumeSettings): ReadonlyMap<string, string> {
  return new Map(propagation && !isUnsure(propagation.value) ? [['propagation', propagation.value]] : []);
}

/** `tmpfs` of a service, and its volumes of that type. */
export const tmpfsOf = memo((service: Service): readonly Mount[] => [
  ...readTmpfs(service.settings.value).map(
    (entry): Mount => ({
      type: 'tmpfs',
      source: undefined,
      target: entry.target.value,
      readOnly: entry.options.includes('ro'),
      options: new Map(entry.options.map((option) => [option, 'true'])),
      place: entry.place,
      targetPlace: entry.target.place,
      service,
    }),
  ),
  ...volumesOf(service).filter((volume) => volume.type === 'tmpfs'),
]);

/** What a service can write to although its root file system is read-only; what only may be writable counts. */
export const writableOf = memo((service: Service): readonly Mount[] => [
  ...tmpfsOf(service).filter((mount) => mount.readOnly !== true),
  ...volumesOf(service).filter((volume) => volume.type !== 'tmpfs' && volume.readOnly !== true),
]);
