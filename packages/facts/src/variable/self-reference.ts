import { isUnsure } from '../kernel/unsure.ts';
import type { Expansion, Variable } from '../model/variable.ts';
import { definitionOf } from './definition.ts';
import { expansionsOf } from './expansions-of.ts';
import { variablesOf } from './variables-of.ts';

/**
 * An expansion in an ENV's value that names a variable of the same ENV, and so gets its value from before. Absent where the variable was
 * declared above and this ENV sets it once, and where that one is set from itself (`PATH=/opt/bin:$PATH`).
 * Source: Dockerfile reference, "Environment replacement".
 */
export function selfReferenceOf(variable: Variable): Expansion | undefined {
  const { instruction } = variable;
  if (instruction.node.keyword !== 'env') return undefined;
  const siblings = variablesOf(instruction);
  const pair = siblings.indexOf(variable);
  for (const expansion of expansionsOf(instruction)) {
    const namesakes = expansion.pair === pair ? siblings.filter(({ name }) => name === expansion.name) : [];
    if (namesakes.length === 0) continue;
    if (namesakes.length > 1) return expansion;
    // Setting a variable from itself is what one does with that of a base image: it takes what is there, or nothing.
    if (namesakes[0] === variable) continue;
    const before = definitionOf(expansion);
    if (before === undefined || isUnsure(before)) return expansion;
  }
  return undefined;
}
