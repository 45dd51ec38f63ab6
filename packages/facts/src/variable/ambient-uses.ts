import { memo } from '../kernel/memo.ts';
import { type Dockerfile, type Instruction, placeOf, type Stage } from '../model/dockerfile.ts';
import type { Expansion } from '../model/variable.ts';
import { shellTreeOf } from '../runtime/shell-tree.ts';
import { chainOf, parentOf } from '../stage/parent.ts';
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
  const names = ambientNames(dockerfile).get(stage) ?? [];
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

interface AmbientName {
  readonly name: string;
  readonly programs: ReadonlySet<string> | '*';
}

/** Those of them that some program reads by itself. A stage without any of its own has those of the one it builds on. */
const ambientNames = memo((dockerfile: Dockerfile): ReadonlyMap<Stage, readonly AmbientName[]> => {
  const byStage = new Map<Stage, readonly AmbientName[]>();
  for (const stage of dockerfile.stages) {
    const parent = parentOf(stage);
    const inherited = (typeof parent === 'object' && byStage.get(parent)) || [];
    const own = [...(scopesOf(dockerfile).get(stage)?.bindings.keys() ?? [])].flatMap((name) => {
      const reader = ambientReaders.find((each) => each.name.test(name));
      return reader ? [{ name, programs: reader.programs }] : [];
    });
    const names = new Set(own.map(({ name }) => name));
    byStage.set(stage, own.length > 0 ? [...own, ...inherited.filter(({ name }) => !names.has(name))] : inherited);
  }
  return byStage;
});
