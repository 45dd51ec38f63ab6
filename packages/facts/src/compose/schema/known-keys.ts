import { composeSchema } from './validate-compose.generated.js';

type Schema = typeof composeSchema;

/** The keys that the schema knows at a path of the data, over all forms that the value may have. */
export function knownKeys(path: readonly string[]): string[] {
  let places: readonly Schema[] = forms(composeSchema);
  for (const segment of path) places = places.flatMap((place) => inside(place, segment)).flatMap(forms);
  return [...new Set(places.flatMap((place) => Object.keys((place.properties as Schema | undefined) ?? {})))];
}

/** A schema and the alternatives it offers, references followed. */
function forms(place: Schema): Schema[] {
  const target = typeof place.$ref === 'string' ? resolve(place.$ref) : place;
  const more = [target.oneOf, target.anyOf].flatMap((choice) => (Array.isArray(choice) ? (choice as Schema[]) : []));
  return [target, ...more.flatMap(forms)];
}

function inside(place: Schema, segment: string): Schema[] {
  const properties = place.properties as { readonly [key: string]: Schema } | undefined;
  const own = properties && Object.hasOwn(properties, segment) ? properties[segment] : undefined;
  if (own) return [own];
  const found: Schema[] = [];
  for (const [pattern, value] of Object.entries((place.patternProperties as Schema | undefined) ?? {})) {
    if (new RegExp(pattern).test(segment)) found.push(value as Schema);
  }
  if (place.items && /^\d+$/.test(segment)) found.push(place.items as Schema);
  return found;
}

function resolve(pointer: string): Schema {
  const segments = pointer.replace(/^#\//, '').split('/');
  return segments.reduce<Schema>((place, segment) => place[segment] as Schema, composeSchema);
}
