import type { Variable } from '../model/variable.ts';
import { definitionOf } from './definition.ts';
import { expansionsOf } from './expansions-of.ts';
import { globalScope } from './global-scope.ts';
import { shellExpansions } from './shell-expansions.ts';

/** The variables that a variable's value is made of, once each: those in its text, or the global ARG that a bare `ARG NAME` takes over. */
export function sourcesOf(variable: Variable): readonly Variable[] {
  const { instruction, valuePlace } = variable;
  if (variable.implied) return [];
  if (!valuePlace) return takenOver(variable);
  const { start, end } = valuePlace.span;
  const written = variable.declaredBy === 'run' ? shellExpansions(instruction) : expansionsOf(instruction);
  const within = written.filter(({ place }) => place.span.start >= start && place.span.end <= end);
  const sources = within.map(definitionOf).filter((each) => typeof each === 'object');
  return [...new Set(sources)];
}

function takenOver({ name, instruction, text }: Variable): readonly Variable[] {
  const { dockerfile, stage, node } = instruction;
  if (!stage || text !== undefined || node.keyword !== 'arg') return [];
  return globalScope(dockerfile).byName.get(name)?.slice(-1) ?? [];
}

/** True where the whole value stands there: written, and with no variable in it. */
export function isLiteral(variable: Variable): boolean {
  const { instruction, valuePlace, text } = variable;
  if (text === undefined || !valuePlace) return false;
  const { start, end } = valuePlace.span;
  const written =
    variable.declaredBy === 'run'
      ? text.match(/[$`]/)
      : expansionsOf(instruction).find(({ place }) => place.span.start >= start && place.span.end <= end);
  return !written;
}
