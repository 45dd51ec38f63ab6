import { candidateKind } from '@dockwarden-internal/workspace/candidate-kind';
import { looksLikeCompose } from '@dockwarden-internal/workspace/compose-content';
import { contextSources } from './context-sources.ts';

/** What one file tells by itself of what its findings depend on. A function of its name and bytes alone, so that it can be kept. */
export type FileNotes =
  | { readonly kind: 'dockerfile'; readonly sources: readonly string[] }
  | { readonly kind: 'compose' }
  | { readonly kind: 'other' };

export function takeNotes(path: string, text: string): FileNotes {
  const kind = candidateKind(path);
  if (kind === 'dockerfile') return { kind, sources: contextSources(text) };
  return { kind: kind === 'compose' && looksLikeCompose(path, text) ? kind : 'other' };
}
