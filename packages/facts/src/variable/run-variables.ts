import { unresolved } from '../kernel/unsure.ts';
import type { Instruction } from '../model/dockerfile.ts';
import { placeOf } from '../model/dockerfile.ts';
import type { Variable } from '../model/variable.ts';
import { shellTreeOf } from '../runtime/shell-tree.ts';

/** The variables that a RUN hands to the programs it starts: `export A=1`, and `A=1` in front of a command. */
export function runVariables(run: Instruction): readonly Variable[] {
  const { dockerfile } = run;
  return (shellTreeOf(run)?.commands ?? []).flatMap(({ assignments }) =>
    assignments
      .filter(({ exported }) => exported)
      .map(({ name, value, span, valueSpan }): Variable => {
        const nameSpan = { start: span.start, end: Math.min(span.start + name.length, span.end) };
        return {
          name,
          declaredBy: 'run',
          instruction: run,
          text: dockerfile.source.text.slice(valueSpan.start, valueSpan.end),
          value: value ?? unresolved,
          place: placeOf(dockerfile, span),
          namePlace: placeOf(dockerfile, nameSpan),
          valuePlace: placeOf(dockerfile, valueSpan),
        };
      }),
  );
}
