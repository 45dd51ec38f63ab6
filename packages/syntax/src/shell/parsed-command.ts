import type { Assignment, Command, CommandArgument, Redirection, SyntaxNode } from 'unbash';
import type { Span } from '../text/span.ts';
import { assignmentOfWord, assignmentWord, readAssignment } from './assignment.ts';
import type { LocatedText } from './located-text.ts';
import type { Draft } from './reader.ts';
import { readRedirect } from './redirect.ts';
import { type ScriptText, scriptOf, scriptOfHeredoc } from './script-text.ts';
import type { SimpleCommand } from './simple-command.ts';
import { readWord } from './word.ts';

/** Gathers what a node expands and substitutes, on behalf of a command. */
export type Visit = (node: SyntaxNode, within?: Draft) => void;

/** A simple command as the parser gives it, in the form that peeling works on. */
export function parsedCommand(
  node: Command,
  { locate }: LocatedText,
  braces: boolean,
  visit: Visit,
  removed?: Span,
): SimpleCommand {
  const { prefix, redirects } = node;
  const nodes: readonly CommandArgument[] = node.name ? [node.name, ...node.args] : node.args;
  const words = nodes.map((at) => (at.type === 'Word' ? readWord(at, locate, braces) : assignmentWord(at, locate)));
  const before = prefix.length === 0 ? NO_ASSIGNMENTS : prefix.filter((part) => part.type === 'Assignment');
  return {
    words,
    assignments: before.map((assignment) => readAssignment(assignment, locate, words.length > 0)),
    redirects: redirects.map((redirect) => readRedirect(redirect, locate)),
    ...(removed && { removal: locate(removed.start, removed.end) }),
    script: (index) => scriptOfNode(nodes[index]!, locate),
    assignment: (index) => {
      const at = nodes[index]!;
      return at.type === 'Word' ? assignmentOfWord(words[index]!) : readAssignment(at, locate, true);
    },
    input: (index) => inputOf(redirects[index]!, locate),
    visitWord: (index, within) => {
      const at = nodes[index]!;
      if (at.type !== 'Word' || at.parts) visit(at, within);
    },
    visitRedirect: (index, within) => visit(redirects[index]!, within),
    visitAssignments: (within) => {
      for (const assignment of before) visit(assignment, within);
    },
  };
}

const NO_ASSIGNMENTS: readonly Assignment[] = [];

function scriptOfNode(node: CommandArgument, locate: LocatedText['locate']): ScriptText {
  if (node.type === 'Word') return scriptOf(node, locate);
  const span = locate(node.pos, node.end);
  return { text: node.text, locate: () => span, exact: false, bare: true, unknown: false };
}

function inputOf(node: Redirection, locate: LocatedText['locate']): ScriptText | undefined {
  if (node.type === 'HereDoc') return scriptOfHeredoc(node, locate);
  return node.type === 'HereString' && node.target ? scriptOf(node.target, locate) : undefined;
}
