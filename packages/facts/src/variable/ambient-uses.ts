import { memo } from '../kernel/memo.ts';
import { type Instruction, placeOf, type Stage } from '../model/dockerfile.ts';
import type { Expansion } from '../model/variable.ts';
import { shellTreeOf } from '../runtime/shell-tree.ts';
import { chainOf } from '../stage/parent.ts';
import { ambientReaders } from './ambient-readers.ts';
import { scopesOf } from './scope.ts';

/** Commands of a RUN that read a variable of the stage from their environment by themselves: `apt-get` and DEBIAN_FRONTEND. */
export const ambientUses = memo((run: Instruction): readonly Expansion[] => {
  const { dockerfile, stage, node } = run;
  if (node.keyword !== 'run' || !stage) return [];
  const names = ambientNames(stage);
  const commands = names.length > 0 ? (shellTreeOf(run)?.commands ?? []) : [];
  return commands.flatMap(({ words, span }) => {
    const program = words[0]?.value?.replace(/^.*\//, '');
    if (program === undefined) return [];
    return names
      .filter(({ programs }) => programs === '*' || programs.has(program))
      .map(({ name }): Expansion => ({ name, instruction: run, place: placeOf(dockerfile, span), shell: true }));
  });
});

/** The variables of a stage and of those it builds on that some program reads by itself. */
const ambientNames = memo((stage: Stage) => {
  const names = new Set(
    chainOf(stage).flatMap((each) => [...(scopesOf(stage.dockerfile).get(each)?.bindings.keys() ?? [])]),
  );
  return [...names].flatMap((name) => {
    const reader = ambientReaders.find((each) => each.name.test(name));
    return reader ? [{ name, programs: reader.programs }] : [];
  });
});
