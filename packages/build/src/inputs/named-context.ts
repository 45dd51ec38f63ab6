import { familiarText, parseReference } from '@dockwarden-internal/syntax';
import { type ContextKind, contextKind } from '../images/context-kind.ts';
import type { ImageRequest } from '../model/image-request.ts';

/** A context that is handed over by name. */
export interface NamedContext {
  /** As the request writes it. */
  readonly name: string;
  readonly value: string;
  readonly means: ContextKind;
}

/**
 * The named context that stands for a stage or an image of a name; undefined where the build gets none. `latest` is as good as no tag.
 * Source: NamedContext in moby/buildkit frontend/dockerui/namedcontext.go.
 */
export function namedContext({ contexts }: ImageRequest, name: string): NamedContext | undefined {
  if (contexts.size === 0) return undefined;
  const wanted = plainName(name);
  if (wanted === undefined) return undefined;
  for (const [key, value] of contexts) {
    if (plainName(key) === wanted) return { name: key, value, means: contextKind(value) };
  }
  return undefined;
}

function plainName(name: string): string | undefined {
  const parsed = parseReference(name.toLowerCase());
  return 'fault' in parsed ? undefined : familiarText(parsed).replace(/:latest$/, '');
}
