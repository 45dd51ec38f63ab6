import type { Dockerfile } from '@dockwarden-internal/facts';
import { type Place, parseReference } from '@dockwarden-internal/syntax';
import type { RemoteReference } from '../model/image-inputs.ts';
import { imageKind } from './image-kind.ts';

/**
 * True for Docker's own frontend, of which every release reads the same language: what it builds does not hang on its tag.
 * Source: Docker docs, "Custom Dockerfile syntax", official releases.
 */
export function isOfficialFrontend(text: string): boolean {
  const parsed = parseReference(text);
  return !('fault' in parsed) && /^docker\.io\/docker\/dockerfile(?:-upstream)?$/.test(parsed.name);
}

/** The image that reads the Dockerfile instead of the builder: of the argument BUILDKIT_SYNTAX, else of `# syntax=`. */
export function frontendOf(dockerfile: Dockerfile): RemoteReference | undefined {
  const directive = dockerfile.tree.directives.find(({ name }) => name === 'syntax');
  const given = dockerfile.buildArgs?.get('BUILDKIT_SYNTAX');
  const text = (given ?? directive?.value)?.trim();
  if (!text) return undefined;
  const span = directive?.valueSpan ?? { start: 0, end: 0 };
  const place: Place = { source: dockerfile.source, span };
  return { text, use: 'frontend', kind: imageKind(text), place };
}
