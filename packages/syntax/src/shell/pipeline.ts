import { MAX_PIPE_READERS } from './limits.ts';
import type { Draft } from './reader.ts';

/** Links what each element of a pipeline writes to what the next one reads. */
export function linkPipeline(elements: readonly (readonly Draft[])[], substitutions: number): void {
  const own = elements.map((drafts) => drafts.filter((draft) => draft.surroundings.substitutions === substitutions));
  for (const [index, next] of own.slice(1).entries()) {
    // Within `a | (b | c)` only b reads from a.
    const fed = new Set(next.flatMap((draft) => draft.feeds));
    const readers = next.filter((draft) => !fed.has(draft)).slice(0, MAX_PIPE_READERS);
    for (const draft of own[index]!) {
      if (draft.piped) continue;
      draft.piped = true;
      draft.feeds = readers;
    }
  }
}
