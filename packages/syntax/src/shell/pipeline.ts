import { MAX_PIPE_READERS } from './limits.ts';
import type { Draft } from './reader.ts';

/**
 * Links what each element of a pipeline writes to what the next one reads. The elements' commands stand one after the other among the drafts;
 * `starts` are where each begins, and the end.
 */
export function linkPipeline(drafts: readonly Draft[], starts: readonly number[], substitutions: number): void {
  for (let element = 0; element + 2 < starts.length; element++) {
    const readers = readersIn(drafts, starts[element + 1]!, starts[element + 2]!, substitutions);
    for (let at = starts[element]!; at < starts[element + 1]!; at++) {
      const draft = drafts[at]!;
      if (draft.piped || draft.surroundings.substitutions !== substitutions) continue;
      draft.piped = true;
      draft.feeds = readers;
    }
  }
}

/** The commands that read from a pipe into their group: within `a | (b | c)` b alone does. */
function readersIn(drafts: readonly Draft[], from: number, to: number, substitutions: number): readonly Draft[] {
  const fed = new Set<Draft>();
  const readers: Draft[] = [];
  for (let at = from; at < to && readers.length < MAX_PIPE_READERS; at++) {
    const draft = drafts[at]!;
    if (draft.surroundings.substitutions !== substitutions) continue;
    for (const next of draft.feeds) fed.add(next);
    if (!fed.has(draft)) readers.push(draft);
  }
  return readers;
}
