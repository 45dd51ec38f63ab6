import { candidateKind } from '@dockwarden-internal/workspace/candidate-kind';
import { looksLikeCompose } from '@dockwarden-internal/workspace/compose-content';
import { type ComposeLinks, composeLinks } from './compose-links.ts';
import { contextSources } from './context-sources.ts';

/** What has to be known of one file to tell what its findings depend on. A function of its name and bytes alone, so that it can be kept. */
export type FileNotes =
  | { readonly kind: 'dockerfile'; readonly sources: readonly string[] }
  | { readonly kind: 'compose'; readonly links: ComposeLinks }
  | { readonly kind: 'other' };

export function takeNotes(path: string, text: string): FileNotes {
  const kind = candidateKind(path);
  if (kind === 'dockerfile') return { kind, sources: contextSources(text) };
  if (kind === 'compose' && looksLikeCompose(path, text)) return { kind, links: composeLinks(text) };
  return { kind: 'other' };
}
