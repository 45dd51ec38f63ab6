import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import { baseName } from '../runtime/dev-server.ts';
import type { BaseFacts } from './base-facts.ts';

/**
 * True or false where it is known whether an image has a program (a name, or a path); one in a folder of its own is not in the table. An absent
 * image is `scratch`, which holds nothing.
 */
export function holdsProgram(base: Maybe<BaseFacts>, program: string): Maybe<boolean> {
  if (isUnsure(base)) return unknown;
  const name = baseName(program) ?? program;
  if (base?.programs.includes(name) || base?.shells.includes(name)) return true;
  if (isInOwnFolder(program)) return unknown;
  if (!base || base.lacks.includes(name)) return false;
  return shellNames.has(name) && base.shells.length === 0 ? false : unknown;
}

/** True for a path that is in none of the folders of programs. */
export function isInOwnFolder(program: string): boolean {
  return program.includes('/') && !/^\/(usr\/)?(local\/)?s?bin\//.test(program);
}

export const shellNames: ReadonlySet<string> = new Set(['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh']);
