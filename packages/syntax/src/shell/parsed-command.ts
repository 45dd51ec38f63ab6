import type { Assignment, Command, Redirection, SyntaxNode, Word } from 'unbash';
import { assignmentOfWord, assignmentWord, readAssignment } from './assignment.ts';
import type { LocatedText } from './located-text.ts';
import type { Piece, RedirectPiece, SimpleCommand } from './piece.ts';
import type { Draft } from './reader.ts';
import { readRedirect } from './redirect.ts';
import { scriptOf, scriptOfHeredoc } from './script-text.ts';
import { readWord } from './word.ts';

/** Gathers what a node expands and substitutes, on behalf of a command. */
export type Visit = (node: SyntaxNode, within?: Draft) => void;

/** A simple command as the parser gives it, in the form that peeling works on. */
export function parsedCommand(node: Command, text: LocatedText, braces: boolean, visit: Visit): SimpleCommand {
  const before = node.prefix.filter((part): part is Assignment => part.type === 'Assignment');
  const words = node.name ? [node.name, ...node.args] : node.args;
  return {
    pieces: words.map((word) =>
      word.type === 'Word' ? wordPiece(word, text, braces, visit) : declared(word, text, visit),
    ),
    assignments: before.map((assignment) => readAssignment(assignment, text.locate, words.length > 0)),
    redirects: node.redirects.map((redirect) => redirectPiece(redirect, text, visit)),
    visitAssignments: (within) => {
      for (const assignment of before) visit(assignment, within);
    },
  };
}

function wordPiece(node: Word, text: LocatedText, braces: boolean, visit: Visit): Piece {
  const word = readWord(node, text.locate, braces);
  return {
    word,
    script: () => scriptOf(node, text.locate),
    assignment: () => assignmentOfWord(word),
    visit: (within) => {
      if (node.parts) visit(node, within);
    },
  };
}

/** The argument of `export A=1`. */
function declared(node: Assignment, text: LocatedText, visit: Visit): Piece {
  const word = assignmentWord(node, text.locate);
  return {
    word,
    script: () => ({ text: word.shown, locate: () => word.span, exact: false, bare: !word.quoted, unknown: false }),
    assignment: () => readAssignment(node, text.locate, true),
    visit: (within) => visit(node, within),
  };
}

function redirectPiece(node: Redirection, text: LocatedText, visit: Visit): RedirectPiece {
  return {
    redirect: readRedirect(node, text.locate),
    input: () => {
      if (node.type === 'HereDoc') return scriptOfHeredoc(node, text.locate);
      return node.type === 'HereString' && node.target ? scriptOf(node.target, text.locate) : undefined;
    },
    visit: (within) => visit(node, within),
  };
}
