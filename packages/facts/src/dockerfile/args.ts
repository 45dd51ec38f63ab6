import { memo } from '../kernel/memo.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { Variable } from '../model/variable.ts';
import { variablesOf } from '../variable/variables-of.ts';

/** The ARGs of a file in order: what `--build-arg` can set. */
export const argsOf = memo(({ instructions }: Dockerfile): readonly Variable[] =>
  instructions.filter(({ node }) => node.keyword === 'arg').flatMap(variablesOf),
);
