import { isUnsure, type KindName, type Root, subjectsOf, vocabulary } from '@dockwarden-internal/facts';
import type { CheckIndex } from './check-index.ts';
import { evaluate, type Hit } from './evaluate.ts';

/** Runs a configuration's checks over the facts of one root, each kind's subjects once. */
export function walk(root: Root, index: CheckIndex, emit: (hit: Hit) => void): void {
  for (const [kind, checks] of index.byKind) {
    const subjects = subjectsOf(root, kind);
    if (!subjects) continue;
    const sorted = checks.sorted.map(({ property, withValue }) => ({ read: reader(kind, property), withValue }));
    for (const subject of subjects) {
      for (const check of checks.always()) evaluate(check, subject, emit);
      for (const { read, withValue } of sorted) {
        const value = read(subject);
        if (value === undefined || isUnsure(value)) continue;
        for (const check of withValue(value)) evaluate(check, subject, emit);
      }
    }
  }
}

function reader(kind: KindName, property: string): (subject: object) => unknown {
  const { read } = vocabulary[kind]!.properties[property]!;
  return (subject) => read(subject as never);
}
