import { type ContextKind, contextKind, sameContextName } from '@dockwarden-internal/facts';
import type { ImageRequest } from '../model/image-request.ts';

/** A context that is handed over by name. */
export interface NamedContext {
  /** As the request writes it. */
  readonly name: string;
  readonly value: string;
  readonly means: ContextKind;
}

/**
 * The named context that stands for a stage or an image of a name; undefined where the build gets none.
 */
export function namedContext({ contexts }: ImageRequest, name: string): NamedContext | undefined {
  if (contexts.size === 0) return undefined;
  for (const [key, value] of contexts) {
    if (sameContextName(key, name)) return { name: key, value, means: contextKind(value) };
  }
  return undefined;
}
