import { familiarText, parseReference } from '@dockwarden-internal/syntax';

/**
 * The name under which BuildKit looks for a context that stands for an image: the short reference without `:latest`.
 * A name that is none (upper case) is left as it is: it can only be a context's own.
 */
export function contextName(text: string): string {
  const reference = parseReference(text);
  return 'fault' in reference ? text : familiarText(reference).replace(/:latest$/, '');
}
