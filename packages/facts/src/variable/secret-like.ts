import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { Variable } from '../model/variable.ts';
import { isSecretName, mayBeSecretName } from './secret-name.ts';
import { isSecretPair } from './secret-pair.ts';
import { isRandom, isSecretShaped } from './secret-value.ts';

/**
 * True where a variable's value looks like a secret: by its shape, or since the name says so and the value could be one. False without a value;
 * unresolved where the name says so and the value cannot be told.
 */
export function isSecretLike({ name, value, text }: Variable): Maybe<boolean> {
  if (value === undefined) return false;
  if (!isUnsure(value)) {
    if (isSecretPair(name, value)) return true;
    return mayBeSecretName(name) && isRandom(value);
  }
  // The parts that are written out can give it away.
  if (text !== undefined && isSecretShaped(text)) return true;
  return isSecretName(name) ? value : false;
}
