import { type Piece, programOf } from './piece.ts';
import type { ShellAssignment } from './tree.ts';
import { WRAPPERS, type Wrapper } from './wrappers.ts';

export interface Unwrapped {
  /** Wrappers taken off, outermost first. */
  readonly via: readonly string[];
  /** What env, sudo and the like put into the command's environment. */
  readonly assignments: readonly ShellAssignment[];
  /** The command itself, its program first. */
  readonly pieces: readonly Piece[];
}

/** Takes off `sudo -u x env A=1 …` and the like. A wrapper with no command behind it stays: it is the command. */
export function unwrap(pieces: readonly Piece[]): Unwrapped {
  const via: string[] = [];
  const assignments: ShellAssignment[] = [];
  let from = 0;
  for (;;) {
    const name = programOf(pieces[from]);
    const wrapper = name === undefined ? undefined : WRAPPERS.get(name);
    const inner = wrapper && commandBehind(wrapper, pieces, from, assignments);
    if (inner === undefined) return { via, assignments, pieces: pieces.slice(from) };
    via.push(name!);
    from = inner;
  }
}

/** The index at which the wrapped command begins; undefined where there is none. */
function commandBehind(
  wrapper: Wrapper,
  pieces: readonly Piece[],
  from: number,
  assignments: ShellAssignment[],
): number | undefined {
  let at = from + 1;
  for (; at < pieces.length; at++) {
    const text = pieces[at]!.word.shown;
    if (text === '--') {
      at++;
      break;
    }
    if (!text.startsWith('-')) break;
    const option = optionOf(wrapper, text);
    if (option === 'ends') return undefined;
    if (option === 'takes the next word') at++;
  }
  const own: ShellAssignment[] = [];
  if (wrapper.assignments) {
    for (let found = pieces[at]?.assignment(); found; found = pieces[++at]?.assignment()) own.push(found);
  }
  at += wrapper.operands ?? 0;
  if (at >= pieces.length) return undefined;
  assignments.push(...own);
  return at;
}

function optionOf(wrapper: Wrapper, text: string): 'ends' | 'takes the next word' | 'alone' {
  const names = text.startsWith('--') ? [text.slice(2)] : [...text.slice(1)];
  if (text.startsWith('--') && text.includes('='))
    return wrapper.never?.includes(text.slice(2, text.indexOf('='))) ? 'ends' : 'alone';
  for (const [index, name] of names.entries()) {
    if (wrapper.never?.includes(name)) return 'ends';
    if (wrapper.valued.includes(name)) return index === names.length - 1 ? 'takes the next word' : 'alone';
  }
  return 'alone';
}
