import { type Dockerfile, type Image, isUnsure, type Variable, type World } from '@dockwarden-internal/facts';
import { referencesOf } from '@dockwarden-internal/facts/image/references';
import { serviceReference } from '@dockwarden-internal/facts/service/service-image';
import { globalScope } from '@dockwarden-internal/facts/variable/global-scope';
import { type Reference as ParsedReference, type Place, textAt } from '@dockwarden-internal/syntax';

/** A place of a file that names an image by a tag, whole, so that a digest can stand behind it. */
export interface Pinnable {
  readonly parsed: ParsedReference;
  /** The words to be replaced: in FROM, COPY --from or a mount, in the ARG whose default they are, or in a Compose file. */
  readonly place: Place;
}

/** A place that names an image but has no whole reference to put a digest behind. */
export interface Unpinnable {
  readonly text: string;
  readonly place: Place;
  readonly why: string;
}

export interface FoundPins {
  readonly pinnable: readonly Pinnable[];
  readonly unpinnable: readonly Unpinnable[];
}

/** Every image that the Dockerfiles and Compose files of a world take from elsewhere. `own`: repositories that the workspace builds. */
export function findPins(world: World, own: ReadonlySet<string>): FoundPins {
  const found = [
    ...world.dockerfiles.flatMap((dockerfile) => inDockerfile(dockerfile)),
    ...world.composes.flatMap(({ services }) =>
      services.flatMap((service) => {
        const reference = serviceReference(service);
        return reference?.image ? [ofText(reference.image, reference.place)] : [];
      }),
    ),
  ];
  const places = new Set<string>();
  const once = found.filter((each) => {
    const place = `${each.place.source.path}:${each.place.span.start}`;
    return !places.has(place) && places.add(place);
  });
  return {
    pinnable: once.flatMap((each) => ('parsed' in each && !own.has(each.parsed.name) ? [each] : [])),
    unpinnable: once.flatMap((each) => ('why' in each ? [each] : [])),
  };
}

function inDockerfile(dockerfile: Dockerfile): (Pinnable | Unpinnable)[] {
  return referencesOf(dockerfile).flatMap(({ kind, image, place }) => {
    if (kind !== 'image' || !image) return [];
    const variable = /^\$\{?(\w+)\}?$/.exec(image.text)?.[1];
    if (variable === undefined) return [ofText(image, place)];
    const declared = globalScope(dockerfile).byName.get(variable)?.at(-1);
    return [declared ? ofDefault(image, declared) : ofText(image, place)];
  });
}

function ofText(image: Image, place: Place): Pinnable | Unpinnable {
  const whole = wholeReference(image, place);
  if (whole) return whole;
  const variables = [...image.text.matchAll(/\$\{?(\w+)/g)].map((match) => match[1]!);
  const why =
    variables.length > 0
      ? `it is put together with ${variables.join(', ')}: give the whole reference to one ARG`
      : 'it is no reference that a digest can stand behind';
  return { text: image.text, place, why };
}

/** `ARG BASE=node:22-slim` and `FROM $BASE`. */
function ofDefault(image: Image, { value, valuePlace }: Variable): Pinnable | Unpinnable {
  const why = 'its ARG has no default that is a whole reference';
  const place = valuePlace ?? image.place;
  const whole = isUnsure(value) || !valuePlace ? undefined : wholeReference(image, valuePlace);
  return whole ?? { text: image.text, place, why };
}

/** Where the text at a place is the reference and nothing else, in quotes or not. */
function wholeReference({ parsed }: Image, place: Place): Pinnable | undefined {
  const written = textAt(place);
  if (written === parsed?.text) return { parsed, place };
  const quoted = /^(["'])(.*)\1$/.exec(written)?.[2];
  if (!parsed || quoted !== parsed.text) return undefined;
  return { parsed, place: { ...place, span: { start: place.span.start + 1, end: place.span.end - 1 } } };
}
