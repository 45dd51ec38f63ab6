import { passes } from './expression.ts';
import type { Assertion, Program } from './glob.ts';

/**
 * Whether the program matches anywhere in the text. All places at which a match can stand are followed together, so the time is at
 * most the text's length times the program's, whatever the pattern.
 * Source: the same method as Go's regexp (Thompson, "Regular Expression Search Algorithm", 1968).
 */
export function programMatcher(program: Program): (text: string) => boolean {
  const first = program.length - 1;
  const entry = program[first]!;
  const anchored = entry.op === 'assert' && entry.assertion === 'begin';
  const seen = new Uint32Array(program.length);
  let round = 0;
  let current: number[] = [];
  let upcoming: number[] = [];
  const stack: number[] = [];

  /** Adds all character instructions reachable without reading; true where a match is reached. */
  function follow(start: number, into: number[], before: number, after: number): boolean {
    stack.push(start);
    while (stack.length > 0) {
      const at = stack.pop()!;
      if (seen[at] === round) continue;
      seen[at] = round;
      const instruction = program[at]!;
      if (instruction.op === 'match') {
        stack.length = 0;
        return true;
      }
      if (instruction.op === 'character') into.push(at);
      else if (instruction.op === 'fork') stack.push(instruction.other, instruction.next);
      else if (holds(instruction.assertion, before, after)) stack.push(instruction.next);
    }
    return false;
  }

  return (text) => {
    current.length = 0;
    let before = -1;
    let at = 0;
    let code = codeAt(text, 0);
    round++;
    if (follow(first, current, before, code)) return true;
    while (code >= 0) {
      at += code > 0xffff ? 2 : 1;
      const after = codeAt(text, at);
      before = code;
      round++;
      upcoming.length = 0;
      for (const index of current) {
        const instruction = program[index]!;
        if (instruction.op !== 'character' || !passes(instruction.test, code)) continue;
        if (follow(instruction.next, upcoming, before, after)) return true;
      }
      if (follow(first, upcoming, before, after)) return true;
      if (anchored && upcoming.length === 0) return false;
      [current, upcoming] = [upcoming, current];
      code = after;
    }
    return false;
  };
}

function codeAt(text: string, at: number): number {
  return at < text.length ? text.codePointAt(at)! : -1;
}

/** `before` and `after` are the code points around, -1 at the ends. */
function holds(assertion: Assertion, before: number, after: number): boolean {
  if (assertion === 'begin') return before < 0;
  if (assertion === 'end') return after < 0;
  return (isWord(before) !== isWord(after)) === (assertion === 'word-boundary');
}

function isWord(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || (code >= 0x61 && code <= 0x7a)
  );
}
