import type { PolicyDocument } from './document.ts';

export type Reach = 'file' | 'project' | 'workspace';

/** Facts that lead to other files than the one looked at. */
const OTHER_FILES = /(^|\.)(workspace|uses|outvotedBy|takenElsewhere|dockerfiles|composes)(\.|$)/;

/**
 * How far a policy looks: at the file and what it links to, at its project, or at other files of the workspace. Read off
 * its paths; findings of wider reach change with files that a project's own task does not see.
 */
export function reachOf(document: PolicyDocument, sharedTerms: Readonly<Record<string, unknown>> = {}): Reach {
  const words = new Set<string>();
  collect(
    [document.on, document.where, document.unless, document.checks, document.require, document.forbid, document.terms],
    words,
    sharedTerms,
  );
  if (document.on === 'workspace' || [...words].some((word) => OTHER_FILES.test(word))) return 'workspace';
  return document.on === 'project' ||
    [...words].some((word) => /(^|\.)(project|dependencies|runtimeClaims)(\.|$)/.test(word)) ||
    document.on === 'runtime-claim' ||
    document.on === 'dependency'
    ? 'project'
    : 'file';
}

function collect(value: unknown, words: Set<string>, terms: Readonly<Record<string, unknown>>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, words, terms);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      words.add(name);
      if ((name === 'fact' || name === 'each') && typeof inner === 'string') words.add(inner);
      collect(inner, words, terms);
      const isTerm = name === 'is' && typeof inner === 'string' && Object.hasOwn(terms, inner);
      if (isTerm && !words.has(`is ${inner}`)) {
        // Once, since a term may rest on itself before that is refused.
        words.add(`is ${inner}`);
        collect(terms[inner], words, terms);
      }
    }
  }
}
