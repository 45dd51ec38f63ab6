import { jsonOrWords, type WordNode } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import type { Word } from '../model/command.ts';
import { type Instruction, placeOf } from '../model/dockerfile.ts';
import { expandAt } from '../variable/lookup.ts';
import { pairsOf } from '../variable/pairs.ts';

/** Where BuildKit puts variables in; elsewhere a shell may. Source: Dockerfile reference, "Environment replacement". */
const EXPANDED: ReadonlySet<string> = new Set([
  ...['from', 'arg', 'env', 'label', 'copy', 'add', 'expose', 'stopsignal', 'user', 'volume', 'workdir'],
]);

/** What follows keyword and flags, word by word; of ARG, ENV and LABEL pair by pair. */
export const argsOf = memo((instruction: Instruction): readonly Word[] => {
  const { dockerfile, node } = instruction;
  const expanded = EXPANDED.has(node.keyword);
  return wordNodes(instruction).map(({ text, span }) => ({
    text,
    value: expanded ? expandAt(instruction, text) : text,
    place: placeOf(dockerfile, span),
    instruction,
  }));
});

function wordNodes(instruction: Instruction): readonly WordNode[] {
  const { text } = instruction.dockerfile.source;
  const pairs = pairsOf(instruction);
  if (pairs.length > 0) return pairs.map(({ span }) => ({ text: text.slice(span.start, span.end), span }));
  return jsonOrWords(instruction.node);
}
