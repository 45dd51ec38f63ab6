import { memo } from '../kernel/memo.ts';
import type { Dockerfile, Instruction } from '../model/dockerfile.ts';
import type { Comment } from '../model/text.ts';
import { stageName } from '../stage/from-word.ts';
import { pairsOf } from '../variable/pairs.ts';
import { suppressionsOf } from './comments.ts';

const instructionsByLine = memo(
  ({ instructions }: Dockerfile): ReadonlyMap<number, Instruction> =>
    new Map(instructions.filter(({ onbuild }) => !onbuild).map((each) => [each.node.line, each])),
);

/**
 * The FROM with a name, or the ARG, on the very next line, which the comment describes. Absent where none is there, for an empty comment,
 * for a directive, for a suppression, and for what a bot reads there to keep the version below up to date.
 * Source: BuildKit's rule InvalidDefinitionDescription.
 */
export function describedBy(comment: Comment): Instruction | undefined {
  const { node, dockerfile, directive } = comment;
  if (!dockerfile || directive || node.inside || node.text === '' || /^(?:check\s*=|renovate:)/i.test(node.text))
    return undefined;
  const next = instructionsByLine(dockerfile).get(node.line + 1);
  return next && suppressionsOf(comment).length === 0 && namesGivenBy(next).length > 0 ? next : undefined;
}

/** The names of the stage, or of the ARGs, that the comment describes; absent where it describes nothing. */
export function describedNames(comment: Comment): readonly string[] | undefined {
  const described = describedBy(comment);
  return described && namesGivenBy(described);
}

function namesGivenBy(instruction: Instruction): readonly string[] {
  const { keyword } = instruction.node;
  if (keyword === 'arg') return pairsOf(instruction).map(({ name }) => name);
  const name = keyword === 'from' && instruction.stage ? stageName(instruction.stage) : undefined;
  return name === undefined ? [] : [name];
}
