import type { Assignment } from 'unbash';
import { expansionsIn } from './expansions.ts';
import type { Locate } from './located-text.ts';
import type { ShellAssignment, ShellWord } from './tree.ts';
import { readWord } from './word.ts';

export function readAssignment(node: Assignment, locate: Locate, exported: boolean): ShellAssignment {
  const { name, value } = node;
  const valueSpan = locate(value.pos, value.end);
  const base = { name, exported, span: locate(node.pos, node.end), valueSpan };
  if (value.type === 'ArrayValue') {
    return { ...base, variables: [...new Set(expansionsIn(value).map((found) => found.name))] };
  }
  const word = readWord(value, locate, false);
  return {
    ...base,
    ...(word.value === undefined ? {} : { value: word.value }),
    shown: word.shown,
    variables: word.variables,
  };
}

/** The word that a declaration such as `export A=1` has for its argument. */
export function assignmentWord(node: Assignment, locate: Locate): ShellWord {
  const read = readAssignment(node, locate, true);
  const head = node.text.slice(0, node.value.pos - node.pos);
  const shown = head + (read.shown ?? node.text.slice(head.length));
  return {
    text: node.text,
    ...(read.value === undefined ? {} : { value: head + read.value }),
    shown,
    variables: read.variables,
    quoted: shown !== node.text,
    span: read.span,
  };
}

const PAIR = /^([A-Za-z_]\w*)=/;

/** `env "A=1" …`: a word of that form that is no assignment to the shell's grammar. */
export function assignmentOfWord(word: ShellWord): ShellAssignment | undefined {
  const name = PAIR.exec(word.shown)?.[1];
  if (name === undefined) return undefined;
  const head = name.length + 1;
  const exact = word.text.startsWith(`${name}=`) && word.span.end - word.span.start === word.text.length;
  const valueSpan = exact ? { start: word.span.start + head, end: word.span.end } : word.span;
  return {
    name,
    ...(word.value === undefined ? {} : { value: word.value.slice(head) }),
    shown: word.shown.slice(head),
    variables: word.variables,
    exported: true,
    span: word.span,
    valueSpan,
  };
}
