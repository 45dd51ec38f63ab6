import { type NameValueNode, nameValues } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import type { Instruction } from '../model/dockerfile.ts';

/** The `name=value` pairs of an ARG, ENV or LABEL; none in other instructions. */
export const pairsOf = memo(({ node, dockerfile }: Instruction): readonly NameValueNode[] => {
  if (node.keyword !== 'arg' && node.keyword !== 'env' && node.keyword !== 'label') return [];
  return nameValues(node, dockerfile.tree.escape);
});
