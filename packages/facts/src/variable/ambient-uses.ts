import { memo } from '../kernel/memo.ts';
import { type Instruction, placeOf, type Stage } from '../model/dockerfile.ts';
import type { Expansion } from '../model/variable.ts';
import { shellTreeOf } from '../runtime/shell-tree.ts';
import { chainOf } from '../stage/parent.ts';
import { ambientReaders } from './ambient-readers.ts';
import { scopesOf } from './scope.ts';

/**
 * Commands of a RUN that read a variable of the stage from their environment by themselves: `apt-get` and DEBIAN_FRONTEND. In text that no POSIX
 * shell reads (PowerShell, a script in another language) every word that is a variable's name counts.
 */
export const ambientUses = memo((run: Instruction): readonly Expansion[] => {
  const { dockerfile, stage, node } = run;
  if (node.keyword !== 'run' || !stage) return [];
  const tree = shellTreeOf(run);
  if (!tree) return namedInText(run, stage);
  const names = ambientNames(stage);
  if (names.length === 0) return [];
  return tree.commands.flatMap(({ words, span }) => {
    const program = words[0]?.value?.replace(/^.*\//, '');
    if (program === undefined) return [];
    return names
      .filter(({ programs }) => programs === '*' || programs.has(program))
      .map(({ name }): Expansion => ({ name, instruction: run, place: placeOf(dockerfile, span), shell: true }));
  });
});

function namedInText(run: Instruction, stage: Stage): readonly Expansion[] {
  const { dockerfile, node } = run;
  const end = Math.max(node.span.end, ...node.heredocs.map(({ bodySpan }) => bodySpan.end));
  const text = dockerfile.source.text.slice(node.argsSpan.start, end);
  const names = new Set(namesOf(stage));
  return [...text.matchAll(/[\p{L}_][\p{L}\p{Nd}_]*/gu)]
    .filter(([word]) => names.has(word))
    .map(({ 0: name, index }) => {
      const start = node.argsSpan.start + index;
      return { name, instruction: run, place: placeOf(dockerfile, { start, end: start + name.length }), shell: true };
    });
}

/** The variables of a stage and of those it builds on. */
function namesOf(stage: Stage): readonly string[] {
  return chainOf(stage).flatMap((each) => [...(scopesOf(stage.dockerfile).get(each)?.bindings.keys() ?? [])]);
}

/** Those of them that some program reads by itself. */
const ambientNames = memo((stage: Stage) =>
  [...new Set(namesOf(stage))].flatMap((name) => {
    const reader = ambientReaders.find((each) => each.name.test(name));
    return reader ? [{ name, programs: reader.programs }] : [];
  }),
);
