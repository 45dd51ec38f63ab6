import type { Span } from '../text/span.ts';
import { isBlank, skipSpace, trimSpaceEnd } from './blank.ts';
import { readFlags } from './flags.ts';
import { healthCommandStart } from './health-command.ts';
import { readJsonForm } from './json-form.ts';
import { goLowerCase } from './keyword.ts';
import type { HeredocNode, InstructionNode, LogicalText, SyntaxFault } from './tree.ts';

/** An instruction while it is being read. */
export type InstructionDraft = { -readonly [Key in keyof InstructionNode]: InstructionNode[Key] };

/** ONBUILD in ONBUILD is refused; the tree goes no deeper than this. */
const TRIGGER_DEPTH = 4;

const NO_HEREDOCS: readonly HeredocNode[] = [];
const WITH_JSON_FORM: ReadonlySet<string> = new Set([
  'add',
  'cmd',
  'copy',
  'entrypoint',
  'healthcheck',
  'run',
  'shell',
  'volume',
]);

/** What all instructions of a logical line share. */
export interface LineContext {
  readonly logical: LogicalText;
  readonly emptyContinuations: readonly Span[];
  readonly escapeCode: number;
  readonly line: number;
  readonly endLine: number;
  readonly faults: SyntaxFault[];
}

/**
 * Splits a logical line, from an offset on, into keyword, flags and arguments.
 * Source: splitCommand in moby/buildkit frontend/dockerfile/parser/split_command.go.
 */
export function readInstruction(context: LineContext, from: number, depth = 0): InstructionDraft {
  const { logical, emptyContinuations, escapeCode, line, endLine, faults } = context;
  const { text } = logical;
  const keywordStart = skipSpace(text, from, text.length);
  const to = trimSpaceEnd(text, keywordStart, text.length);
  let keywordEnd = keywordStart;
  while (keywordEnd < to && !isBlank(text.charCodeAt(keywordEnd))) keywordEnd++;
  const keywordText = text.slice(keywordStart, keywordEnd);
  const keyword = goLowerCase(keywordText);
  const { flags, end } = readFlags(logical, keywordEnd, to, escapeCode);
  const argsStart = Math.min(skipSpace(text, end, to), to);
  const node: InstructionDraft = {
    keyword,
    keywordText,
    keywordSpan: logical.span(keywordStart, keywordEnd),
    span: logical.span(keywordStart, to),
    line,
    endLine,
    logical,
    flags,
    argsStart,
    argsEnd: to,
    argsSpan: logical.span(argsStart, to),
    heredocs: NO_HEREDOCS,
    emptyContinuations,
  };
  if (WITH_JSON_FORM.has(keyword)) readJson(node, faults);
  if (keyword === 'onbuild' && argsStart < to && depth < TRIGGER_DEPTH) {
    node.trigger = readInstruction(context, argsStart, depth + 1);
  }
  return node;
}

function readJson(node: InstructionDraft, faults: SyntaxFault[]): void {
  const { logical, argsEnd } = node;
  const commandStart = node.keyword === 'healthcheck' ? healthCommandStart(node) : node.argsStart;
  const start = skipSpace(logical.text, commandStart, argsEnd);
  const json = readJsonForm(logical, start, argsEnd);
  if (!json) return;
  node.json = json.elements;
  if (json.ofStrings) return;
  faults.push({
    code: 'syntax/json-strings',
    message: `The JSON form of ${node.keyword.toUpperCase()} takes strings only: put numbers and words in double quotes`,
    span: logical.span(start, argsEnd),
  });
}
