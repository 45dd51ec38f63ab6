import { readTmpfs, readVolumes } from '../compose/read/volumes.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, unresolved } from '../kernel/unsure.ts';
import type { Mount } from '../model/files.ts';
import type { Service } from '../model/service.ts';

/** `volumes` of a service, in order. */
export const volumesOf = memo((service: Service): readonly Mount[] =>
  readVolumes(service.settings.value).map((volume) => ({
    type: volume.type,
    source: volume.source?.value,
    target: volume.target?.value,
    options: new Map([
      ...(volume.readOnly === true ? [['readonly', 'true'] as const] : []),
      ...(volume.propagation && !isUnsure(volume.propagation.value)
        ? [['propagation', volume.propagation.value] as const]
        : []),
    ]),
    place: volume.place,
    ...(volume.source && { sourcePlace: volume.source.place }),
    ...(volume.target && { targetPlace: volume.target.place }),
    service,
  })),
);

/** `tmpfs` of a service, and its volumes of that type. */
export const tmpfsOf = memo((service: Service): readonly Mount[] => [
  ...readTmpfs(service.settings.value).map(
    (entry): Mount => ({
      type: 'tmpfs',
      source: undefined,
      target: entry.target.value,
      options: new Map(entry.options.map((option) => [option, 'true'])),
      place: entry.place,
      targetPlace: entry.target.place,
      service,
    }),
  ),
  ...volumesOf(service).filter((volume) => volume.type === 'tmpfs'),
]);

/** What a service can write to although its root file system is read-only. */
export const writableOf = memo((service: Service): readonly Mount[] => [
  ...tmpfsOf(service),
  ...volumesOf(service).filter(
    (volume) => volume.type !== 'tmpfs' && volume.options.get('readonly') !== 'true' && volume.type !== unresolved,
  ),
]);
