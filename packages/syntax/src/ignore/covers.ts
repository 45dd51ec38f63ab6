import { compileExpression } from './compile-expression.ts';
import { ANYTHING, includes, literal } from './expression.ts';
import type { CharacterTest, Glob, Part, Program } from './glob.ts';

/** What is left to spend; shared by many questions, so that a file of thousands of lines takes no longer than its share. */
export interface Budget {
  steps: number;
}

type States = ReadonlySet<number>;

/**
 * Whether every path that `inner` matches is matched by `outer` too. True is certain; false also means that it cannot be told.
 * `outer`'s program reads `inner`'s text part by part, keeping only the states that it reaches for every way to fill the part.
 */
export function covers(outer: Glob, inner: Glob, budget: Budget): boolean {
  const outerParts = bareParts(outer);
  const innerParts = bareParts(inner);
  const program = outerParts && innerParts && compileExpression([outerParts])?.program;
  if (!program) return false;
  budget.steps -= program.length + innerParts.length;
  let states: States = reachable(program, [program.length - 1]);
  for (const part of innerParts) {
    states = readPart(program, states, part, budget);
    if (states.size === 0 || budget.steps <= 0) return false;
  }
  // The match instruction is the first.
  return states.has(0);
}

/** The parts between `^` and `$`; undefined for what has alternatives or looks around. */
function bareParts(glob: Glob): readonly Part[] | undefined {
  if (glob.kind === 'expression') {
    const [parts, another] = glob.expression;
    if (!parts || another || !isAssertion(parts[0], 'begin') || !isAssertion(parts[parts.length - 1], 'end'))
      return undefined;
    const inner = parts.slice(1, -1);
    return inner.some((part) => part.atom.kind === 'assertion') ? undefined : inner;
  }
  const text = literals(glob.text);
  if (glob.kind === 'exact') return text;
  if (glob.kind === 'prefix') return [...text, many(ANYTHING)];
  if (!glob.text.startsWith('/')) return [many(ANYTHING), ...text];
  const folders = [many(ANYTHING), ...literals('/')];
  return [{ atom: { kind: 'group', parts: folders }, min: 0, max: 1 }, ...text.slice(1)];
}

function isAssertion(part: Part | undefined, name: 'begin' | 'end'): boolean {
  return part?.atom.kind === 'assertion' && part.atom.assertion === name && part.min === 1 && part.max === 1;
}

function literals(text: string): Part[] {
  return Array.from(text, (c) => ({ atom: { kind: 'character', test: literal(c.codePointAt(0)!) }, min: 1, max: 1 }));
}

function many(test: CharacterTest): Part {
  return { atom: { kind: 'character', test }, min: 0, max: Infinity };
}

function readPart(program: Program, start: States, part: Part, budget: Budget): States {
  let states = start;
  for (let i = 0; i < part.min && states.size > 0; i++) states = readOnce(program, states, part, budget);
  if (part.max === Infinity) return readLoop(program, states, part, budget);
  let once = states;
  for (let i = part.min; i < part.max && states.size > 0; i++) {
    once = readOnce(program, once, part, budget);
    states = intersection(states, once);
  }
  return states;
}

/** The states that hold however often the part is read: the greatest set within the start that reading once leads back into. */
function readLoop(program: Program, start: States, part: Part, budget: Budget): States {
  let states = start;
  while (budget.steps > 0) {
    const kept = intersection(states, readOnce(program, states, part, budget));
    if (kept.size === states.size) break;
    states = kept;
  }
  return states;
}

function readOnce(program: Program, states: States, part: Part, budget: Budget): States {
  const { atom } = part;
  if (atom.kind === 'group')
    return atom.parts.reduce<States>((now, inner) => readPart(program, now, inner, budget), states);
  const next: number[] = [];
  for (const at of states) {
    budget.steps--;
    const instruction = program[at]!;
    if (atom.kind === 'character' && instruction.op === 'character' && includes(instruction.test, atom.test))
      next.push(instruction.next);
  }
  return reachable(program, next);
}

/** The instructions that read or match, as reached without reading. */
function reachable(program: Program, from: readonly number[]): States {
  const seen = new Set<number>();
  const found = new Set<number>();
  const stack = [...from];
  while (stack.length > 0) {
    const at = stack.pop()!;
    if (seen.has(at)) continue;
    seen.add(at);
    const instruction = program[at]!;
    if (instruction.op === 'fork') stack.push(instruction.next, instruction.other);
    else found.add(at);
  }
  return found;
}

function intersection(a: States, b: States): States {
  return new Set([...a].filter((state) => b.has(state)));
}
