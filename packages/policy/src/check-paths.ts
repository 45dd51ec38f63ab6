import { type FactPath, resolvePath } from './fact-path.ts';
import type { DocumentPath } from './problem.ts';
import { problem, type Reading } from './reading.ts';

/** The collection that `each` steps into. */
export function collectionPath(text: string, reading: Reading, at: DocumentPath): FactPath | undefined {
  const path = resolvePath(text, reading.onKind, reading, at);
  if (path && path.type.shape !== 'facts')
    return problem(reading, at, `${text} is no collection of facts`, 'each steps into a collection');
  return path;
}

/** Where a finding points: a property, a bound name, `self`; a collection only where it has a place of its own. */
export function placePath(text: string, reading: Reading, at: DocumentPath): FactPath | undefined {
  const path = resolvePath(text, reading.selfKind, reading, at);
  if (path?.type.shape === 'facts' || path?.type.shape === 'scalars') {
    if (!path.property?.at)
      return problem(
        reading,
        at,
        `${text} is a collection and has no place of its own`,
        'use each, or bind the element with `as`',
      );
  }
  return path;
}

/** Further places; here a collection stands for all of its elements. */
export function relatedPaths(
  related: string | readonly string[] | undefined,
  reading: Reading,
  at: DocumentPath,
): FactPath[] | undefined {
  const texts = related === undefined ? [] : typeof related === 'string' ? [related] : related;
  const paths = texts.map((text) => resolvePath(text, reading.selfKind, reading, [...at, 'related']));
  return paths.includes(undefined) ? undefined : (paths as FactPath[]);
}
