import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Context } from '../model/context.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { Source } from '../model/files.ts';
import { contextPathsOf } from '../source/context-paths.ts';
import { isLocal, sourcesOf } from '../source/sources.ts';
import { isWholePath } from '../source/whole-context.ts';

/** Whether a COPY, ADD or bind mount reads all of the context. Unknown where a variable may make one do so. */
export const copiesRoot = memo((dockerfile: Dockerfile): Maybe<boolean> => {
  const paths = dockerfile.instructions.flatMap(contextPathsOf);
  if (paths.some((path) => typeof path === 'string' && isWholePath(path))) return true;
  return paths.some(isUnsure) ? unknown : false;
});

/** The sources of COPY and ADD that are read from the context, those of triggers left out: they read another. */
export const localSources = memo(({ dockerfile }: Context): readonly Source[] =>
  dockerfile.instructions.filter(({ onbuild }) => !onbuild).flatMap((each) => sourcesOf(each).filter(isLocal)),
);
