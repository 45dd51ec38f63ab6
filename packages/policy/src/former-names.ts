import type { PolicyDocument } from './document.ts';

/** What findings of a check were called in the policies that its policy replaces: their ids, and those of their checks that it may stand for. */
export function formerNames(
  name: string | undefined,
  { checks = {} }: PolicyDocument,
  replaced: readonly PolicyDocument[],
): string[] {
  return replaced.flatMap((former) => {
    // A check without a namesake may have gone to any.
    const own = Object.keys(former.checks ?? {}).filter((each) => each === name || !Object.hasOwn(checks, each));
    return [former.id, ...own.map((each) => `${former.id}/${each}`)];
  });
}
