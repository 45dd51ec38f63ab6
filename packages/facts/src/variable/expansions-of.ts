import {
  type Expansion as ExpansionNode,
  expansions,
  type FlagNode,
  type HeredocNode,
  type Span,
} from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { type Instruction, placeOf } from '../model/dockerfile.ts';
import type { Expansion } from '../model/variable.ts';
import { fromWord } from '../stage/from-word.ts';
import { pairsOf } from './pairs.ts';

/** Whose arguments BuildKit expands. Source: Dockerfile reference, "Environment replacement". */
const expanded: ReadonlySet<string> = new Set([
  ...['add', 'arg', 'copy', 'env', 'expose', 'from', 'label', 'stopsignal', 'user', 'volume', 'workdir'],
]);

/** Flags whose value is expanded, or would be meant to be. */
const expandedFlags: ReadonlySet<string> = new Set([
  '--chown',
  '--chmod',
  '--checksum',
  '--platform',
  '--from',
  '--mount',
]);

/** Every variable that BuildKit puts a value in for in an instruction, in document order, those within `${A:-$B}` after it. */
export const expansionsOf = memo((instruction: Instruction): readonly Expansion[] => {
  const { node } = instruction;
  const flags = node.flags.filter(({ name }) => expandedFlags.has(name)).flatMap((flag) => inFlag(instruction, flag));
  if (!expanded.has(node.keyword)) return flags;
  return [
    ...flags,
    ...inArguments(instruction),
    ...node.heredocs.flatMap((heredoc) => inHeredoc(instruction, heredoc)),
  ];
});

type Locate = (start: number, end: number) => Span;

function inArguments(instruction: Instruction): Expansion[] {
  const { node, stage } = instruction;
  const { logical, argsStart } = node;
  const text = logical.text.slice(argsStart, node.argsEnd);
  const found = nodesIn(instruction, text, (start, end) => logical.span(argsStart + start, argsStart + end));
  if (node.keyword !== 'from') return withPairs(instruction, found);
  const image = stage && fromWord(stage)?.span;
  return image ? found.filter(({ place }) => place.span.start < image.end) : [];
}

/** Pairs stand in order, and so do the expansions. */
function withPairs(instruction: Instruction, found: Expansion[]): Expansion[] {
  const pairs = pairsOf(instruction);
  if (pairs.length === 0) return found;
  let pair = 0;
  return found.map((expansion) => {
    const at = expansion.place.span.start;
    if (at < pairs[pair]!.span.start) pair = 0;
    while (pair < pairs.length - 1 && pairs[pair]!.span.end <= at) pair++;
    return { ...expansion, pair };
  });
}

function inFlag(instruction: Instruction, flag: FlagNode): Expansion[] {
  const { value, valueSpan, valueOffsets } = flag;
  if (!value || !valueSpan) return [];
  const offset = (at: number) => valueOffsets?.[at] ?? valueSpan.start + at;
  return nodesIn(instruction, value, (start, end) => ({ start: offset(start), end: offset(end - 1) + 1 }));
}

/** Quotes are plain characters in a heredoc. */
function inHeredoc(instruction: Instruction, { expand, bodySpan }: HeredocNode): Expansion[] {
  if (!expand) return [];
  const body = instruction.dockerfile.source.text.slice(bodySpan.start, bodySpan.end);
  return nodesIn(
    instruction,
    body.replace(/["']/g, ' '),
    (start, end) => ({ start: bodySpan.start + start, end: bodySpan.start + end }),
    '\\',
  );
}

function nodesIn(instruction: Instruction, text: string, locate: Locate, escapeToken?: string): Expansion[] {
  const { dockerfile } = instruction;
  const found: Expansion[] = [];
  const add = ({ name, start, end, operator, word, nested }: ExpansionNode, set: readonly string[]): void => {
    const place = placeOf(dockerfile, locate(start, end));
    found.push({
      ...{ name, instruction, place },
      ...(operator && { operator }),
      ...(word !== undefined && { word }),
      ...(set.includes(name) && { guarded: true as const }),
    });
    const inner = operator === '+' || operator === ':+' ? [...set, name] : set;
    for (const each of nested) add(each, inner);
  };
  for (const each of expansions(text, escapeToken ?? dockerfile.tree.escape)) add(each, []);
  return found;
}
