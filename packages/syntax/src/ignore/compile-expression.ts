import { PROGRAM_SIZE } from './bounds.ts';
import { onlyCharacter } from './expression.ts';
import type { Atom, Expression, Instruction, Part, Program } from './glob.ts';

export interface CompiledExpression {
  readonly program: Program;
  /** What every match begins and ends with: a cheap test before the program runs. */
  readonly literalStart: string;
  readonly literalEnd: string;
}

/** Lays an expression out as a program, from the end backwards; undefined where repeats make it too large. */
export function compileExpression(expression: Expression): CompiledExpression | undefined {
  const program: Instruction[] = [{ op: 'match' }];
  let start: number | undefined;
  for (const parts of expression) {
    const next = compileParts(program, parts, 0);
    if (next === undefined) return undefined;
    start = start === undefined ? next : program.push({ op: 'fork', next, other: start }) - 1;
  }
  if (start === undefined) return undefined;
  // The machine starts at the last instruction.
  if (start !== program.length - 1) program.push({ op: 'fork', next: start, other: start });
  const only = expression.length === 1 ? expression[0]! : [];
  return { program, literalStart: literalStart(only), literalEnd: literalEnd(only) };
}

function compileParts(program: Instruction[], parts: readonly Part[], next: number): number | undefined {
  let at: number | undefined = next;
  for (let i = parts.length - 1; i >= 0 && at !== undefined; i--) at = compilePart(program, parts[i]!, at);
  return at;
}

function compilePart(program: Instruction[], part: Part, next: number): number | undefined {
  let at: number | undefined = next;
  if (part.max === Infinity) at = compileLoop(program, part.atom, next);
  else {
    for (let i = part.min; i < part.max && at !== undefined; i++) {
      const body = compileAtom(program, part.atom, at);
      at = body === undefined ? undefined : program.push({ op: 'fork', next: body, other: next }) - 1;
    }
  }
  for (let i = 0; i < part.min && at !== undefined; i++) at = compileAtom(program, part.atom, at);
  return at;
}

function compileLoop(program: Instruction[], atom: Atom, next: number): number | undefined {
  const fork = program.push({ op: 'fork', next, other: next }) - 1;
  const body = compileAtom(program, atom, fork);
  if (body === undefined) return undefined;
  program[fork] = { op: 'fork', next: body, other: next };
  return fork;
}

function compileAtom(program: Instruction[], atom: Atom, next: number): number | undefined {
  if (program.length > PROGRAM_SIZE) return undefined;
  if (atom.kind === 'group') return compileParts(program, atom.parts, next);
  const instruction: Instruction =
    atom.kind === 'character'
      ? { op: 'character', test: atom.test, next }
      : { op: 'assert', assertion: atom.assertion, next };
  return program.push(instruction) - 1;
}

function literalStart(parts: readonly Part[]): string {
  if (!isAssertion(parts[0], 'begin')) return '';
  let text = '';
  for (let i = 1; i < parts.length; i++) {
    const c = literalOf(parts[i]!);
    if (c === undefined) break;
    text += c;
  }
  return text;
}

function literalEnd(parts: readonly Part[]): string {
  if (!isAssertion(parts[parts.length - 1], 'end')) return '';
  let text = '';
  for (let i = parts.length - 2; i > 0; i--) {
    const c = literalOf(parts[i]!);
    if (c === undefined) break;
    text = c + text;
  }
  return text;
}

function isAssertion(part: Part | undefined, name: 'begin' | 'end'): boolean {
  return part?.atom.kind === 'assertion' && part.atom.assertion === name && part.min === 1;
}

function literalOf(part: Part): string | undefined {
  const code =
    part.atom.kind === 'character' && part.min === 1 && part.max === 1 ? onlyCharacter(part.atom.test) : undefined;
  return code === undefined ? undefined : String.fromCodePoint(code);
}
