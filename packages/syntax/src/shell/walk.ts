import type {
  AndOr,
  Command,
  CompoundList,
  ParsedScript,
  PipelineNode,
  Redirection,
  Statement,
  SyntaxNode,
} from 'unbash';
import { parse } from 'unbash';
import type { Span } from '../text/span.ts';
import { bodyEnd } from './body-end.ts';
import { isWithinBounds, visitContents } from './contents.ts';
import { endsShell } from './ends-shell.ts';
import { MAX_SHELL_TEXT } from './limits.ts';
import type { LocatedText } from './located-text.ts';
import { parsedCommand } from './parsed-command.ts';
import { linkPipeline } from './pipeline.ts';
import { placeCommand } from './place-command.ts';
import { type Draft, inBranch, inNewScope, type Joiner, mayNotRun, type Reader, type Surroundings } from './reader.ts';
import { readRedirect } from './redirect.ts';
import { removalsInChain, removalsInList } from './removals.ts';

/** Reads a text as a script and adds its commands, faults and expansions to the reader's. */
export function walkText(
  reader: Reader,
  text: LocatedText,
  around: Surroundings,
  joiner?: Joiner,
): ParsedScript | undefined {
  if (text.text.length > MAX_SHELL_TEXT) {
    reader.unread ??= `a text of more than ${MAX_SHELL_TEXT} characters`;
    return undefined;
  }
  const script = parse(text.text);
  walkScript(reader, script, { ...around, text }, joiner);
  return script;
}

/** Reads the text of a body, and finds where it ends. */
export function walkBody(reader: Reader, text: LocatedText, around: Surroundings, errexit: boolean): void {
  const script = walkText(reader, text, around);
  const end = script && bodyEnd(script, reader.drafts, errexit);
  if (end) reader.end = text.locate(end.start, end.end);
}

function walkScript(reader: Reader, script: ParsedScript, around: Surroundings, joiner?: Joiner): void {
  const { text, locate } = around.text;
  for (const { message, pos } of script.errors ?? []) {
    const at = Math.min(pos, text.length);
    reader.faults.push({ message, span: locate(at, Math.min(at + 1, text.length)) });
  }
  walkList(reader, script.commands, around, joiner);
}

function walkList(reader: Reader, statements: readonly Statement[], around: Surroundings, first?: Joiner): void {
  let joiner = first;
  const removals = removalsInList(statements, around.text.text);
  for (const [index, statement] of statements.entries()) {
    walkNode(reader, statement.command, around, joiner, removals[index]);
    joiner = statement.background ? '&' : ';';
  }
}

function walkBranch(reader: Reader, list: CompoundList | undefined, around: Surroundings): void {
  if (list) walkList(reader, list.commands, inBranch(reader, around));
}

type Node = PipelineNode | AndOr | CompoundList;

function walkNode(reader: Reader, node: Node, around: Surroundings, joiner?: Joiner, removal?: Span): void {
  if (!isWithinBounds(reader, around)) return;
  const deeper = { ...around, nesting: around.nesting + 1 };
  switch (node.type) {
    case 'Command':
      walkCommand(reader, node, around, joiner, removal);
      break;
    case 'Pipeline':
      walkPipeline(reader, node, around, joiner);
      break;
    case 'AndOr':
      walkAndOr(reader, node, around, joiner);
      break;
    case 'Subshell':
      walkList(reader, node.body.commands, inNewScope(reader, around, 'subshell', around.state.pipefail));
      break;
    case 'BraceGroup':
      walkList(reader, node.body.commands, deeper);
      break;
    case 'CompoundList':
      walkList(reader, node.commands, deeper);
      break;
    case 'Redirected':
      walkNode(reader, node.command, redirected(deeper, node.redirects), joiner);
      for (const redirect of node.redirects) visit(reader, redirect, around);
      break;
    case 'Function':
    case 'Coproc':
      walkNode(reader, node.body, inBranch(reader, around));
      break;
    default:
      walkCompound(reader, node, around, deeper);
  }
}

/** The same for what stands in a group whose output goes somewhere: the redirects of the innermost group first. */
function redirected(around: Surroundings, redirects: readonly Redirection[]): Surroundings {
  const own = redirects.map((redirect) => readRedirect(redirect, around.text.locate));
  return { ...around, redirects: [...own, ...(around.redirects ?? [])] };
}

type Compound = Exclude<
  Node,
  {
    type:
      | 'Command'
      | 'Pipeline'
      | 'AndOr'
      | 'Subshell'
      | 'BraceGroup'
      | 'CompoundList'
      | 'Redirected'
      | 'Function'
      | 'Coproc';
  }
>;

/** What runs some commands, or none, depending on others. The first condition runs always. */
function walkCompound(reader: Reader, node: Compound, around: Surroundings, deeper: Surroundings): void {
  switch (node.type) {
    case 'If':
      walkList(reader, node.clause.commands, deeper);
      walkBranch(reader, node.then, around);
      for (const branch of node.elif) {
        walkBranch(reader, branch.clause, around);
        walkBranch(reader, branch.then, around);
      }
      walkBranch(reader, node.else, around);
      break;
    case 'While':
      walkList(reader, node.clause.commands, deeper);
      walkBranch(reader, node.body, around);
      break;
    case 'For':
    case 'Select':
      for (const word of node.wordlist ?? []) visit(reader, word, around);
      walkBranch(reader, node.body, around);
      break;
    case 'ArithmeticFor':
      for (const part of [node.initialize, node.test, node.update]) if (part) visit(reader, part, around);
      walkBranch(reader, node.body, around);
      break;
    case 'Case':
      visit(reader, node.word, around);
      for (const item of node.items) {
        for (const pattern of item.pattern) visit(reader, pattern, around);
        walkBranch(reader, item.body, around);
      }
      break;
    case 'TestCommand':
    case 'ArithmeticCommand':
      if (node.expression) visit(reader, node.expression, around);
  }
}

function visit(reader: Reader, node: SyntaxNode, around: Surroundings, within?: Draft): void {
  visitContents(reader, node, around, within, (script, inner) => walkScript(reader, script, inner));
}

function walkCommand(
  reader: Reader,
  node: Command,
  around: Surroundings,
  joiner: Joiner | undefined,
  removal: Span | undefined,
): void {
  const visitPart = (part: SyntaxNode, within?: Draft) => visit(reader, part, around, within);
  const command = parsedCommand(node, around.text, reader.braces, visitPart, removal);
  placeCommand(reader, command, around, joiner, (text, inner, joint) => walkText(reader, text, inner, joint));
}

type Pipeline = Extract<PipelineNode, { type: 'Pipeline' }>;

function walkPipeline(reader: Reader, node: Pipeline, around: Surroundings, joiner: Joiner | undefined): void {
  const timed = node.prefixes.some((prefix) => prefix.type === 'Time');
  const inner = timed ? { ...around, via: [...around.via, 'time'] } : around;
  const starts = [reader.drafts.length];
  for (const [index, command] of node.commands.entries()) {
    // Each element of a pipeline is a subshell: what it sets is lost.
    const element = node.commands.length > 1 ? { ...inner, state: { ...inner.state } } : inner;
    walkNode(reader, command, element, index === 0 ? joiner : '|');
    starts.push(reader.drafts.length);
  }
  linkPipeline(reader.drafts, starts, around.substitutions);
}

function walkAndOr(reader: Reader, node: AndOr, around: Surroundings, joiner: Joiner | undefined): void {
  const { commands, operators } = node;
  const lastRescue = operators.findLastIndex((joint, index) => joint === '||' && !endsShell(commands[index + 1]!));
  const removals = removalsInChain(node, around.text.text);
  for (const [index, command] of commands.entries()) {
    const joint = index === 0 ? joiner : operators[index - 1];
    walkNode(reader, command, placeInChain(reader, around, index, joint, lastRescue), joint, removals[index]);
  }
}

/** What follows `||` runs where the rest failed; what follows `&&` runs where all before it was well, in whichever branch that was. */
function placeInChain(
  reader: Reader,
  around: Surroundings,
  index: number,
  joint: Joiner | undefined,
  lastRescue: number,
): Surroundings {
  if (index === 0) return around;
  if (joint === '||') return inBranch(reader, around);
  return index <= lastRescue ? mayNotRun(around) : around;
}
