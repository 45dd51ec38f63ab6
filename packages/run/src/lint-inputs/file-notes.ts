import { candidateKind } from '@dockwarden-internal/workspace/candidate-kind';
import { looksLikeCompose } from '@dockwarden-internal/workspace/compose-content';
import { contextSources } from './context-sources.ts';
import { suppressionEnds } from './named-days.ts';

/** What one file tells by itself of what its findings depend on. A function of its name and bytes alone, so that it can be kept. */
export type FileNotes =
  | (Ends & { readonly kind: 'dockerfile'; readonly sources: readonly string[] })
  | (Ends & { readonly kind: 'compose' })
  | { readonly kind: 'other' };

interface Ends {
  /** The last days of its suppressions, where it names any. */
  readonly ends?: readonly string[];
}

export function takeNotes(path: string, text: string): FileNotes {
  const kind = candidateKind(path);
  const ends = suppressionEnds(text);
  const ended = ends.length > 0 && { ends };
  if (kind === 'dockerfile') return { kind, sources: contextSources(text), ...ended };
  return kind === 'compose' && looksLikeCompose(path, text) ? { kind, ...ended } : { kind: 'other' };
}
