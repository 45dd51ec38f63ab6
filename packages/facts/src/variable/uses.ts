import { memo } from '../kernel/memo.ts';
import type { Dockerfile, Instruction } from '../model/dockerfile.ts';
import type { Expansion, Variable } from '../model/variable.ts';
import { ambientUses } from './ambient-uses.ts';
import { definitionOf } from './definition.ts';
import { expansionsOf } from './expansions-of.ts';
import { globalScope } from './global-scope.ts';
import { shellExpansions } from './shell-expansions.ts';
import { variablesOf } from './variables-of.ts';

/**
 * Every place of the file that uses a variable, in document order: expansions of the builder, of the shell in RUN (and for ENV in CMD, ENTRYPOINT
 * and HEALTHCHECK), an ARG that repeats a global one, and commands that read it from their environment by themselves.
 */
export function usesOf(variable: Variable): readonly Expansion[] {
  return usesInFile(variable.instruction.dockerfile).get(variable) ?? [];
}

const usesInFile = memo((dockerfile: Dockerfile): ReadonlyMap<Variable, readonly Expansion[]> => {
  const uses = new Map<Variable, Expansion[]>();
  for (const instruction of dockerfile.instructions) {
    for (const expansion of usesIn(instruction)) {
      const variable = definitionOf(expansion);
      if (typeof variable !== 'object' || !reaches(variable, instruction)) continue;
      const same = uses.get(variable);
      if (same) same.push(expansion);
      else uses.set(variable, [expansion]);
    }
    for (const [variable, use] of repeatedGlobals(instruction)) {
      const same = uses.get(variable);
      if (same) same.push(use);
      else uses.set(variable, [use]);
    }
  }
  return uses;
});

function usesIn(instruction: Instruction): readonly Expansion[] {
  return [...expansionsOf(instruction), ...shellExpansions(instruction), ...ambientUses(instruction)];
}

/** An ARG is gone when the container runs. */
function reaches(variable: Variable, { node }: Instruction): boolean {
  return (
    variable.declaredBy !== 'arg' ||
    !(node.keyword === 'cmd' || node.keyword === 'entrypoint' || node.keyword === 'healthcheck')
  );
}

/** `ARG NAME` in a stage takes over the global ARG of that name. */
function repeatedGlobals(instruction: Instruction): (readonly [Variable, Expansion])[] {
  if (!instruction.stage || instruction.node.keyword !== 'arg') return [];
  return variablesOf(instruction).flatMap(({ name, text, namePlace }) => {
    const taken = text === undefined ? globalScope(instruction.dockerfile).byName.get(name)?.at(-1) : undefined;
    return taken ? [[taken, { name, instruction, place: namePlace }] as const] : [];
  });
}
