import type { JsonString } from '../dockerfile/tree.ts';
import { assignmentOfWord } from './assignment.ts';
import { placeCommand } from './place-command.ts';
import { newReader, readSafely, topSurroundings } from './reader.ts';
import type { ScriptText } from './script-text.ts';
import type { SimpleCommand } from './simple-command.ts';
import type { ShellTree } from './tree.ts';
import { walkText } from './walk.ts';

/**
 * The exec form, `["apt-get", "install", "x"]`: one command, whose words are the strings as they are; no shell touches them. Spans are those
 * of the JSON strings, quotes included. `["sh", "-c", "…"]` is read as the commands of its script.
 */
export function literalRun(json: readonly JsonString[]): ShellTree {
  const reader = newReader(true);
  const none = { text: '', locate: () => json[0]?.span ?? { start: 0, end: 0 } };
  const around = { ...topSurroundings(none, false), embedding: 'argv' as const };
  return readSafely(reader, () => {
    if (json.length === 0) return;
    placeCommand(reader, jsonCommand(json), around, undefined, (text, inner, joint) =>
      walkText(reader, text, inner, joint),
    );
  });
}

function jsonCommand(json: readonly JsonString[]): SimpleCommand {
  const words = json.map(({ value, span }) => {
    return { text: value, value, shown: value, variables: [], quoted: true, span };
  });
  return {
    words,
    assignments: [],
    redirects: [],
    script: (word) => jsonScript(json[word]!),
    assignment: (word) => assignmentOfWord(words[word]!),
    input: () => undefined,
    visitWord: () => {},
    visitRedirect: () => {},
    visitAssignments: () => {},
  };
}

function jsonScript({ value, span }: JsonString): ScriptText {
  // Two quotes more than characters: no escape, so each character stands where it seems to.
  const exact = span.end - span.start === value.length + 2;
  const locate = (start: number, end: number) =>
    exact ? { start: span.start + 1 + start, end: span.start + 1 + end } : span;
  return { text: value, locate, exact, bare: false, unknown: false };
}
