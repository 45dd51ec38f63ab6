import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Masks } from './masks.ts';

/** The sentences of a diagnostic, without the secret values of the file that it speaks of. */
export function diagnosticText(diagnostic: Diagnostic, masks: Masks): { message: string; hint?: string } {
  const hide = (text: string) => (diagnostic.place ? masks.hide(text, diagnostic.place.source.text) : text);
  return { message: hide(diagnostic.message), hint: diagnostic.hint && hide(diagnostic.hint) };
}
