import { pairsOf, type Stage } from '@dockwarden-internal/facts';
import type { ReachedReading } from './reached.ts';

const BUILD_PLATFORM = /\bBUILD(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)\b/;

/** True where what is executed, or an ARG before the first FROM, names the builder's own platform. */
export function mentionsBuildPlatform({ dockerfile, stages }: ReachedReading): boolean {
  const global = dockerfile.instructions.filter(({ stage }) => !stage);
  const executed = stages.flatMap(({ stage, instructions }) => [...(stage.from ? [stage.from] : []), ...instructions]);
  return [...global, ...executed].some(
    ({ node }) =>
      BUILD_PLATFORM.test(node.logical.text) || node.heredocs.some(({ content }) => BUILD_PLATFORM.test(content)),
  );
}

/** True where a RUN stands behind an ARG SOURCE_DATE_EPOCH, of its stage or of one that it builds on: each epoch executes it anew. */
export function declaresEpoch({ stages }: ReachedReading): boolean {
  const withEpoch = new Set<Stage>();
  for (const { stage, base, instructions } of stages) {
    if (base.kind === 'stage' && withEpoch.has(base.stage)) withEpoch.add(stage);
    for (const instruction of instructions) {
      const { keyword } = instruction.node;
      if (keyword === 'run' && withEpoch.has(stage)) return true;
      if (keyword === 'arg' && pairsOf(instruction).some(({ name }) => name === 'SOURCE_DATE_EPOCH'))
        withEpoch.add(stage);
    }
  }
  return false;
}
