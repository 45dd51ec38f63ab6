import { expand, parseReference } from '@dockwarden-internal/syntax';
import { type Maybe, unknown } from '../kernel/unsure.ts';
import type { Stage } from '../model/dockerfile.ts';
import { fromWord } from '../stage/from-word.ts';
import { globalScope } from '../variable/global-scope.ts';

/**
 * Whether what FROM names is a reference when nobody passes a build argument: an ARG without a value is then empty. Unknown where a platform
 * argument decides; absent in a fragment.
 * Source: build checks, InvalidDefaultArgInFrom.
 */
export function isValidByDefault(stage: Stage): Maybe<boolean> {
  const word = fromWord(stage);
  if (!word) return undefined;
  const { known } = globalScope(stage.dockerfile);
  const { value, failure } = expand(word.text, stage.dockerfile.tree.escape, (name) => {
    const found = known.get(name);
    return found === 'bare' || found === undefined ? undefined : found === null ? null : found.value;
  });
  if (failure !== undefined) return false;
  return value === undefined ? unknown : !('fault' in parseReference(value));
}
