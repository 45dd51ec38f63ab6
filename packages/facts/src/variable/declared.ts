import { type NameValueNode, unquote } from '@dockwarden-internal/syntax';
import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import { type Instruction, placeOf } from '../model/dockerfile.ts';
import type { Variable } from '../model/variable.ts';

/** The variable that a pair of an ARG or ENV declares. */
export function declared(
  instruction: Instruction,
  pair: NameValueNode,
  name: Maybe<string>,
  value: Maybe<string>,
): Variable {
  const { dockerfile, node } = instruction;
  return {
    name: isUnsure(name) || name === undefined ? unquote(pair.name, dockerfile.tree.escape) : name,
    declaredBy: node.keyword === 'env' ? 'env' : 'arg',
    instruction,
    ...(pair.value !== undefined && { text: pair.value }),
    value,
    place: placeOf(dockerfile, pair.span),
    namePlace: placeOf(dockerfile, pair.nameSpan),
    ...(pair.valueSpan && { valuePlace: placeOf(dockerfile, pair.valueSpan) }),
  };
}
