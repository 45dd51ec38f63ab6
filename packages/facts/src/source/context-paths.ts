import { cleanPath } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { Instruction } from '../model/dockerfile.ts';
import type { Mount } from '../model/files.ts';
import { mountsOf } from '../run/mounts.ts';
import { isLocal, sourcesOf } from './sources.ts';

/** The paths of the build context that an instruction reads: of COPY, of ADD, and of the bind mounts of a RUN. */
export const contextPathsOf = memo((instruction: Instruction): readonly Maybe<string>[] => {
  // A trigger reads the context of whoever builds on this image.
  if (instruction.onbuild) return [];
  const copied = sourcesOf(instruction).filter(isLocal);
  const bound = mountsOf(instruction).filter(bindsContext);
  return [...copied.map((source) => source.path), ...bound.map(contextPathOf)];
});

/** True for a bind mount that reads the build context. Source: Dockerfile reference, RUN --mount=type=bind. */
export function bindsContext(mount: Mount): boolean {
  return mount.type === 'bind' && !mount.options.has('from');
}

/** What a bind mount reads, relative to the context; all of it without a source. */
export function contextPathOf({ source }: Mount): Maybe<string> {
  if (isUnsure(source)) return source;
  return cleanPath(`/${source ?? ''}`).slice(1) || '.';
}
