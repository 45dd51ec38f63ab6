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
 * The names of the stage, or of the ARGs, on the very next line, which the comment describes. Absent where none is there, for an empty comment,
 * for a directive and for a suppression.
 * Source: BuildKit's rule InvalidDefinitionDescription.
 */
export function describedNames(comment: Comment): readonly string[] | undefined {
  const { node, dockerfile, directive } = comment;
  if (!dockerfile || directive || node.inside || node.text === '' || /^check\s*=/i.test(node.text)) return undefined;
  const next = instructionsByLine(dockerfile).get(node.line + 1);
  if (!next || suppressionsOf(comment).length > 0) return undefined;
  const names = namesGivenBy(next);
  return names.length > 0 ? names : undefined;
}

function namesGivenBy(instruction: Instruction): readonly string[] {
  const { keyword } = instruction.node;
  if (keyword === 'arg') return pairsOf(instruction).map(({ name }) => name);
  const name = keyword === 'from' && instruction.stage ? stageName(instruction.stage) : undefined;
  return name === undefined ? [] : [name];
}
