import type { DockerfileTree } from '@dockwarden-internal/syntax';
import type { Dockerfile, Instruction, Stage } from './dockerfile.ts';
import type { World } from './world.ts';

/** Links a parsed Dockerfile's instructions to their stages; `given` is what a certain build hands to it. */
export function buildDockerfile(
  world: World,
  tree: DockerfileTree,
  given: Pick<Dockerfile, 'buildArgs' | 'automaticArgs' | 'laterArgs'> = {},
): Dockerfile {
  const stages: Stage[] = [];
  const instructions: Instruction[] = [];
  const dockerfile: Dockerfile = { world, source: tree.source, tree, stages, instructions, ...given };
  const fragment = !tree.instructions.some((node) => node.keyword === 'from');
  let members: Instruction[] | undefined;
  let stage: Stage | undefined;
  if (fragment) {
    members = [];
    stage = { dockerfile, index: 0, instructions: members };
    stages.push(stage);
  }
  for (const node of tree.instructions) {
    if (node.keyword === 'from') {
      members = [];
      const opened: { -readonly [P in keyof Stage]: Stage[P] } = {
        dockerfile,
        index: stages.length,
        instructions: members,
      };
      const from: Instruction = { dockerfile, stage: opened, node };
      opened.from = from;
      stage = opened;
      stages.push(opened);
      instructions.push(from);
      continue;
    }
    const instruction: Instruction = { dockerfile, ...(stage && { stage }), node };
    instructions.push(instruction);
    members?.push(instruction);
    if (node.trigger) {
      const trigger: Instruction = { dockerfile, ...(stage && { stage }), node: node.trigger, onbuild: instruction };
      instructions.push(trigger);
      members?.push(trigger);
    }
  }
  return dockerfile;
}
