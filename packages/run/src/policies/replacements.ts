import { type PolicyDocument, splitId } from '@dockwarden-internal/policy';
import { type Diagnostic, type Place, suggest } from '@dockwarden-internal/syntax';

type Documents = ReadonlyMap<string, PolicyDocument>;

/** The id of a policy or check as it is called today, where its policy was replaced; the id itself where it was not. */
export function currentId(id: string, documents: Documents): string {
  const { policy, check } = splitId(id);
  const last = lastOf(policy, documents);
  if (last === policy) return id;
  // A policy with a single check stands for every check of the one that it replaces.
  return check === undefined || !documents.get(last)?.checks ? last : `${last}/${check}`;
}

/** Follows `replacedBy` to its end. A ring, or one that leads to nothing, is told elsewhere, and replaces nothing. */
function lastOf(policy: string, documents: Documents): string {
  const way = [policy];
  for (;;) {
    const next = documents.get(way.at(-1)!)?.replacedBy;
    if (next === undefined) return way.at(-1)!;
    if (way.includes(next) || !documents.has(next)) return policy;
    way.push(next);
  }
}

/** The policies that others replaced, by those. */
export function replacedPolicies(documents: Documents): ReadonlyMap<string, readonly PolicyDocument[]> {
  const replaced = new Map<string, PolicyDocument[]>();
  for (const document of documents.values()) {
    const current = document.replacedBy === undefined ? document.id : lastOf(document.id, documents);
    if (current !== document.id) replaced.set(current, [...(replaced.get(current) ?? []), document]);
  }
  return replaced;
}

/** Policies of the user that name as their replacement what is none. */
export function replacementFaults(documents: Documents, places: ReadonlyMap<string, Place>): Diagnostic[] {
  return [...places].flatMap(([id, place]): Diagnostic[] => {
    const wanted = documents.get(id)?.replacedBy;
    if (wanted === undefined || lastOf(id, documents) !== id) return [];
    const near = suggest(wanted, documents.keys());
    const [message, hint] = documents.has(wanted)
      ? [`${id} is replaced by itself, by way of ${wanted}`, 'let the last of them be replaced by none']
      : [
          `there is no policy \`${wanted}\` that replaces ${id}`,
          near ? `did you mean \`${near}\`?` : 'name one that is there',
        ];
    return [{ code: 'policy/replaced', message, hint, place, exit: 2 }];
  });
}
