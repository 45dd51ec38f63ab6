import type { ShellWord } from '@dockwarden-internal/syntax';
import { isFromVariable } from '../commands/option-variable.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, unknown, unresolved } from '../kernel/unsure.ts';
import type { Command, Flag, Word } from '../model/command.ts';
import { type Instruction, placeOf } from '../model/dockerfile.ts';
import type { ShellInForce } from '../model/runtime.ts';
import type { Variable } from '../model/variable.ts';
import { shellAt } from '../runtime/shell-in-force.ts';
import { shellTreeOf } from '../runtime/shell-tree.ts';
import { variablesOf } from '../variable/variables-of.ts';

/** All words, the program's name first. */
export const wordsOf = memo((command: Command): readonly Word[] =>
  command.shell.words.map((each) => word(command, each)),
);

/** The operands: neither options nor their values nor the subcommand. */
export const argsOf = memo((command: Command): readonly Word[] =>
  command.reading.args.map((each) => word(command, each)),
);

function word(command: Command, shell: ShellWord): Word {
  const { text, value, span } = shell;
  return {
    text,
    value: value ?? unresolved,
    place: placeOf(command.run.dockerfile, span),
    ...(isFromVariable(shell) && { fromVariable: true as const }),
    shell,
    command,
  };
}

/** The options, each by its own name: `-yq` gives `-y` and `-q`. */
export const flagsOf = memo((command: Command): readonly Flag[] => {
  const { dockerfile } = command.run;
  return command.reading.flags.map(({ name, value, unresolved: hidden, span, valueSpan, word }) => ({
    name,
    value: hidden ? unresolved : value,
    place: placeOf(dockerfile, span),
    ...(valueSpan && { valuePlace: placeOf(dockerfile, valueSpan) }),
    ...(isFromVariable(word) && { fromVariable: true as const }),
    command,
  }));
});

/** The variables that are set for the command alone: `A=1 command`, `env A=1 command`. */
export const environmentOf = memo(({ run, shell }: Command): readonly Variable[] => {
  const starts = new Set(shell.assignments.map(({ span }) => span.start));
  return starts.size === 0 ? [] : variablesOf(run).filter(({ place }) => starts.has(place.span.start));
});

/** The shell that runs the command: that of the instruction, with what `set -o pipefail` has changed before it, or the one that reads its script. */
export const shellOf = memo(({ run, shell }: Command): ShellInForce | undefined => {
  const outer = shellAt(run);
  if (!outer) return undefined;
  const family = outer.family === 'none' ? 'none' : 'posix';
  const knows = shell.pipefail || run.node.json !== undefined || inShellOfItsOwn(run, shell.scope);
  return { ...outer, family, pipefail: !knows && isUnsure(outer.pipefail) ? unknown : shell.pipefail };
});

/** True within the script of `sh -c`, which starts without the options of the shell around. */
function inShellOfItsOwn(run: Instruction, scope: number): boolean {
  const scopes = shellTreeOf(run)?.scopes ?? [];
  for (let each = scopes[scope]; each; each = each.parent === undefined ? undefined : scopes[each.parent]) {
    if (each.kind === 'shell') return true;
  }
  return false;
}
