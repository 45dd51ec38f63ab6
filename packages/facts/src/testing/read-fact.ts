import { textAt } from '@dockwarden-internal/syntax';
import type { FactNodes, KindName } from '../kernel/fact-nodes.ts';
import type { Kind, Property } from '../kernel/kind.ts';
import { isUnsure } from '../kernel/unsure.ts';

/** The value of a property, as a policy reads it. */
export function readFact<K extends KindName>(kind: Kind<K>, node: FactNodes[K], property: string): unknown {
  return propertyOf(kind, property).read(node);
}

/** The text at the place of a property. */
export function placeText<K extends KindName>(kind: Kind<K>, node: FactNodes[K], property: string): string | undefined {
  const place = propertyOf(kind, property).at?.(node);
  return place && textAt(place);
}

function propertyOf<K extends KindName>(kind: Kind<K>, name: string): Property<FactNodes[K]> {
  const property = kind.properties[name];
  if (!property) throw new Error(`${kind.name} has no property ${name}`);
  return property;
}

/** What is wrong with a value of a property, by its declared type; undefined where nothing is. */
export function misfit(property: Property<never>, value: unknown): string | undefined {
  const { type } = property;
  if (value === undefined || isUnsure(value)) return undefined;
  if (type.shape === 'facts' || type.shape === 'scalars') {
    if (!Array.isArray(value)) return 'no collection';
    const wanted = type.shape === 'facts' ? 'object' : 'string';
    return value.every((each) => typeof each === wanted) ? undefined : `an element is no ${wanted}`;
  }
  if (type.shape === 'fact') return typeof value === 'object' ? undefined : 'no fact';
  const wanted =
    type.scalar === 'boolean' ? 'boolean' : ['string', 'version'].includes(type.scalar) ? 'string' : 'number';
  if (typeof value !== wanted) return `a ${typeof value} where a ${wanted} is declared`;
  return type.values && !type.values.includes(value as string) ? `${String(value)} is not in the list` : undefined;
}
