import { readBuild } from '../compose/read/build.ts';
import { readText } from '../compose/read/service.ts';
import { imageOf } from '../image/image-of.ts';
import { memo } from '../kernel/memo.ts';
import type { Image, Reference } from '../model/image.ts';
import type { Compose, Service } from '../model/service.ts';

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

/** Another service of the model that builds the image which a service runs. */
export function imageBuiltBy(service: Service): Service | undefined {
  const name = service.settings.value.entries.has('build') ? undefined : serviceImage(service)?.text;
  return name === undefined ? undefined : builtImages(service.compose).get(name);
}

const builtImages = memo((compose: Compose): ReadonlyMap<string, Service> => {
  const built = compose.services.filter(({ settings }) => settings.value.entries.has('build'));
  return new Map(built.flatMap((each) => namesOf(each).map((name) => [name, each])));
});

/** What the image of a build is called: `image` and `build.tags`. */
function namesOf(service: Service): readonly string[] {
  const image = serviceImage(service);
  const tags = readBuild(service.settings.value)?.tags ?? [];
  return [...(image ? [image.text] : []), ...tags.map(({ text }) => text)];
}
