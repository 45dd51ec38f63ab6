import { familiarText, parseReference } from '@dockwarden-internal/syntax';

/**
 * True where a context of one name stands for an image or a stage of the other; `latest` is as good as no tag.
 * Source: NamedContext in moby/buildkit frontend/dockerui/namedcontext.go.
 */
export function sameContextName(context: string, name: string): boolean {
  const wanted = plainName(name);
  return wanted !== undefined && plainName(context) === wanted;
}

function plainName(name: string): string | undefined {
  const parsed = parseReference(name.toLowerCase());
  return 'fault' in parsed ? undefined : familiarText(parsed).replace(/:latest$/, '');
}
