import { type Place, parseReference } from '@dockwarden-internal/syntax';
import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { Image, ReferenceKind } from '../model/image.ts';
import type { World } from '../model/world.ts';

export interface ImageText {
  readonly world: World;
  readonly text: string;
  readonly place: Place;
  readonly kind: Maybe<ReferenceKind>;
  readonly resolved: Maybe<string>;
}

/** The image that a text names, or a context of that name stands for, taken apart where it is one. */
export function imageOf(named: ImageText): Image {
  const { kind, resolved } = named;
  if (isUnsure(resolved) || resolved === undefined || (kind !== 'image' && kind !== 'context')) return named;
  const parsed = parseReference(resolved);
  return 'fault' in parsed ? named : { ...named, parsed };
}
