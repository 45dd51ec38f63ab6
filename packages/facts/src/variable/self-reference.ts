import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Expansion, Variable } from '../model/variable.ts';
import { definitionOf } from './definition.ts';
import { expansionsOf } from './expansions-of.ts';
import { variablesOf } from './variables-of.ts';

/**
 * An expansion in an ENV's value that names a variable of the same ENV, and so gets its value from before. Absent where the variable was
 * declared above and this ENV sets it once (`PATH=/opt/bin:$PATH`), unknown where only an unknown base image could have declared it.
 * Source: Dockerfile reference, "Environment replacement".
 */
export function selfReferenceOf(variable: Variable): Maybe<Expansion> {
  const { instruction } = variable;
  if (instruction.node.keyword !== 'env') return undefined;
  const siblings = variablesOf(instruction);
  const pair = siblings.indexOf(variable);
  let doubtful = false;
  for (const expansion of expansionsOf(instruction)) {
    const namesakes = expansion.pair === pair ? siblings.filter(({ name }) => name === expansion.name) : [];
    if (namesakes.length === 0) continue;
    const before = definitionOf(expansion);
    if (namesakes.length > 1 || before === undefined) return expansion;
    if (!isUnsure(before)) continue;
    // Setting a variable from itself is what one does with a base image's variable.
    if (namesakes[0] !== variable) return expansion;
    doubtful = true;
  }
  return doubtful ? unknown : undefined;
}
