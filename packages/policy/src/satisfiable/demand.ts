import type { KindName } from '@dockwarden-internal/facts';
import { isMap } from '@dockwarden-internal/syntax';
import { type FactPath, resolvePath } from '../fact-path.ts';
import type { DocumentPath } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** What one entry of a policy asks of one property of one fact, whatever the rest of the policy says. */
export interface Demand {
  /** Whose property it is: equal for entries that speak of the same one. */
  readonly key: string;
  /** As the policy writes it. */
  readonly text: string;
  readonly type: FactPath['type'];
  readonly matcher: unknown;
  /** False where the matcher must not hold. */
  readonly wanted: boolean;
  readonly at: DocumentPath;
}

/** Where a condition stands. */
export interface Standing {
  readonly reading: Reading;
  readonly kind: KindName;
  /** Key of the fact that it is about: `on`, `self`, or a path from there. */
  readonly subject: string;
  readonly at: DocumentPath;
  /** Set within a term, which is told of where it is used. */
  readonly used?: DocumentPath;
}

/**
 * The demands of a condition that hold all at once: of its entries where it must hold, of its only entry where it must not. What leaves
 * a choice (`any`) demands nothing by itself, nor does what is not known before a file is seen (parameters, bound names).
 */
export function demandsOf(condition: unknown, wanted: boolean, standing: Standing): Demand[] {
  if (!isMap(condition)) return [];
  const entries = Object.entries(condition);
  if (!wanted && entries.length !== 1) return [];
  return entries.flatMap(([name, value]) =>
    entryDemands(name, value, wanted, { ...standing, at: [...standing.at, name] }),
  );
}

function entryDemands(name: string, value: unknown, wanted: boolean, standing: Standing): Demand[] {
  const { reading } = standing;
  switch (name) {
    case 'all':
    case 'any': {
      if (!Array.isArray(value) || (value.length !== 1 && (name === 'all') !== wanted)) return [];
      return value.flatMap((part, index) => demandsOf(part, wanted, { ...standing, at: [...standing.at, index] }));
    }
    case 'not':
      return demandsOf(value, !wanted, standing);
    case 'is':
      return typeof value === 'string' && Object.hasOwn(reading.terms, value) && !reading.openTerms.includes(value)
        ? demandsOf(reading.terms[value], wanted, {
            ...standing,
            used: standing.used ?? standing.at,
            reading: { ...reading, openTerms: [...reading.openTerms, value] },
          })
        : [];
    default:
      return pathDemands(name, value, wanted, standing);
  }
}

function pathDemands(text: string, matcher: unknown, wanted: boolean, standing: Standing): Demand[] {
  const { reading, kind, subject, at } = standing;
  const path = text.startsWith('params.') ? undefined : resolvePath(text, kind, reading, at);
  if (!path) return [];
  const key = /^(on|self)\./.test(text) ? text : `${subject}.${text}`;
  const demand = { key, text, type: path.type, wanted, at: standing.used ?? at };
  if (path.type.shape !== 'fact') return [{ ...demand, matcher }];
  if (!isMap(matcher)) return [];
  const { exists, ...rest } = matcher;
  const words = Object.keys(rest);
  if (exists === undefined) return demandsOf(rest, wanted, { ...standing, kind: path.type.kind, subject: key });
  if (words.length > 0 && !wanted) return [];
  return [
    { ...demand, matcher: { exists } },
    ...demandsOf(rest, wanted, { ...standing, kind: path.type.kind, subject: key }),
  ];
}
