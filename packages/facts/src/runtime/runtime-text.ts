import type { Stage } from '../model/dockerfile.ts';
import { lookUpAtEnd } from '../variable/lookup.ts';

/**
 * A shell text with the values that the image's ENV gives its variables; what cannot be told stays as it is. ARG is gone when the container
 * runs.
 */
export function runtimeText(stage: Stage, text: string): string {
  if (!text.includes('$')) return text;
  return text.replace(/\$(?:\{(\w+)(?::?-([^{}$]*))?\}|(\w+))/g, (written, braced, fallback, bare) => {
    const { variable, known, maybeInherited } = lookUpAtEnd(stage, braced ?? bare);
    if (variable?.declaredBy === 'env' && typeof known === 'object' && known) return known.value;
    const settable = variable?.declaredBy === 'env' || maybeInherited === true;
    return settable || fallback === undefined ? written : fallback;
  });
}
