import { readText } from '../compose/read/service.ts';
import { imageOf } from '../image/image-of.ts';
import { memo } from '../kernel/memo.ts';
import type { Image, Reference } from '../model/image.ts';
import type { Service } from '../model/service.ts';

/** The image that a service runs, or that its build is tagged with. */
export const serviceImage = memo((service: Service): Image | undefined => {
  const image = readText(service.settings, 'image');
  return (
    image &&
    imageOf({
      world: service.compose.world,
      text: image.text,
      place: image.place,
      kind: 'image',
      resolved: image.value,
    })
  );
});

/** A service's image as a reference; absent where the service builds it. */
export const serviceReference = memo((service: Service): Reference | undefined => {
  const image = serviceImage(service);
  if (!image || service.settings.value.entries.has('build')) return undefined;
  return { use: 'service', kind: 'image', text: image.text, place: image.place, target: undefined, image, service };
});
