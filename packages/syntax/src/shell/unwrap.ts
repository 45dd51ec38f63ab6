import { programOf, type SimpleCommand } from './simple-command.ts';
import type { ShellAssignment } from './tree.ts';
import { WRAPPERS, type Wrapper } from './wrappers.ts';

export interface Unwrapped {
  /** Wrappers taken off, outermost first. */
  readonly via: readonly string[];
  /** What env, sudo and the like put into the command's environment. */
  readonly assignments: readonly ShellAssignment[];
  /** The number of the word that is the command's program. */
  readonly from: number;
}

const NONE: readonly never[] = [];

/**
 * Takes `sudo -u x env A=1 …` and the like off the words in front of `to`. A wrapper with no command behind it stays: it is the command.
 */
export function unwrap(command: SimpleCommand, start: number, to: number): Unwrapped {
  let found: { via: string[]; assignments: ShellAssignment[]; from: number } | undefined;
  for (let from = start; ; ) {
    const name = from < to ? programOf(command.words[from]) : undefined;
    const wrapper = name === undefined ? undefined : WRAPPERS.get(name);
    const assignments: ShellAssignment[] = [];
    const inner = wrapper && commandBehind(wrapper, command, from, to, assignments);
    if (inner === undefined) return found ?? { via: NONE, assignments: NONE, from };
    found = {
      via: [...(found?.via ?? []), name!],
      assignments: [...(found?.assignments ?? []), ...assignments],
      from: inner,
    };
    from = inner;
  }
}

/** The number of the word at which the wrapped command begins; undefined where there is none. */
function commandBehind(
  wrapper: Wrapper,
  command: SimpleCommand,
  from: number,
  to: number,
  assignments: ShellAssignment[],
): number | undefined {
  let at = from + 1;
  for (; at < to; at++) {
    const text = command.words[at]!.shown;
    if (text === '--') {
      at++;
      break;
    }
    if (!text.startsWith('-')) break;
    const option = optionOf(wrapper, text);
    if (option === 'ends') return undefined;
    if (option === 'takes the next word') at++;
  }
  for (; wrapper.assignments && at < to; at++) {
    const found = command.assignment(at);
    if (!found) break;
    assignments.push(found);
  }
  at += wrapper.operands ?? 0;
  return at < to ? at : undefined;
}

function optionOf(wrapper: Wrapper, text: string): 'ends' | 'takes the next word' | 'alone' {
  if (text.startsWith('--')) {
    const equals = text.indexOf('=');
    const name = equals < 0 ? text.slice(2) : text.slice(2, equals);
    if (wrapper.never?.includes(name)) return 'ends';
    return equals < 0 && wrapper.valued.includes(name) ? 'takes the next word' : 'alone';
  }
  for (let index = 1; index < text.length; index++) {
    const letter = text[index]!;
    if (wrapper.never?.includes(letter)) return 'ends';
    if (wrapper.valued.includes(letter)) return index === text.length - 1 ? 'takes the next word' : 'alone';
  }
  return 'alone';
}
