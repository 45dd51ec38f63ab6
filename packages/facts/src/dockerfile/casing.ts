import { casingOf } from '../instruction/casing.ts';
import { memo } from '../kernel/memo.ts';
import type { Dockerfile } from '../model/dockerfile.ts';

/**
 * How most keywords of a file are written; upper case where there are as many of either. Keywords of mixed case and those before the first FROM
 * have no say.
 * Source: build checks, ConsistentInstructionCasing; validateCommandCasing in moby/buildkit frontend/dockerfile/dockerfile2llb.
 */
export const majorityCasing = memo(({ instructions }: Dockerfile): 'upper' | 'lower' => {
  let balance = 0;
  for (const { node, stage, onbuild } of instructions) {
    if (onbuild || (!stage && node.keyword === 'arg')) continue;
    const casing = casingOf(node.keywordText);
    if (casing !== 'mixed') balance += casing === 'lower' ? 1 : -1;
  }
  return balance > 0 ? 'lower' : 'upper';
});
