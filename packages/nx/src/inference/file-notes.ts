import { candidateKind } from './candidate-files.ts';
import { looksLikeCompose } from './compose-content.ts';
import { type ComposeLinks, composeLinks } from './compose-links.ts';
import { contextSources } from './context-sources.ts';

/** What the plugin has to know of one file. A function of its name and bytes alone, so that it can be kept. */
export type FileNotes =
  | { readonly kind: 'dockerfile'; readonly sources: readonly string[] }
  | { readonly kind: 'compose'; readonly links: ComposeLinks }
  | { readonly kind: 'other' };

export function takeNotes(path: string, text: string): FileNotes {
  const kind = candidateKind(path);
  if (kind === 'dockerfile') return { kind, sources: contextSources(text) };
  if (kind === 'compose' && looksLikeCompose(text)) return { kind, links: composeLinks(text) };
  return { kind: 'other' };
}
