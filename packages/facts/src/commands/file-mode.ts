import type { Span } from '@dockwarden-internal/syntax';
import type { CommandReading } from './read-command.ts';

export interface FileMode {
  /** As written: `0755`, `u+x,go-w`; absent where a variable decides it. */
  readonly text?: string;
  readonly span: Span;
}

/** The permissions that chmod, `mkdir -m` and `install -m` give; undefined for other commands. */
export function fileModeOf({ program, args, flags }: CommandReading): FileMode | undefined {
  if (program === 'chmod') {
    const mode = flags.some(({ name }) => name === '--reference') ? undefined : args[0];
    return mode && { ...(mode.value !== undefined && { text: mode.value }), span: mode.span };
  }
  if (program !== 'mkdir' && program !== 'install') return undefined;
  const flag = flags.findLast(({ name }) => name === '-m' || name === '--mode');
  return flag && { ...(flag.value !== undefined && !flag.unresolved && { text: flag.value }), span: flag.span };
}

/**
 * True where permissions let everybody write. A folder with the sticky bit, such as /tmp, is meant to be so; what stands without `u`, `g`, `o`
 * or `a` goes by the umask, which keeps others from writing. Source: chmod(1).
 */
export function letsOthersWrite(mode: string): boolean {
  return /^[0-7]+$/.test(mode) ? octal(Number.parseInt(mode, 8)) : symbolic(mode);
}

function octal(bits: number): boolean {
  return (bits & 0o002) !== 0 && (bits & 0o1000) === 0;
}

function symbolic(mode: string): boolean {
  let write = false;
  let sticky = false;
  for (const clause of mode.split(',')) {
    const [, who = '', changes = ''] = /^([ugoa]*)((?:[-+=][rwxXstugo]*)+)$/.exec(clause) ?? [];
    for (const [, operator, permissions = ''] of changes.matchAll(/([-+=])([^-+=]*)/g)) {
      if (permissions.includes('t')) sticky = operator !== '-';
      if (!/[oa]/.test(who)) continue;
      if (permissions.includes('w')) write = operator !== '-';
      else if (operator === '=') write = false;
    }
  }
  return write && !sticky;
}

/**
 * True where permissions let whoever starts a program run it as its owner or group: the setuid or setgid bit is set, in digits or by `s`.
 * Source: chmod(1), "Setuid and setgid bits".
 */
export function setsId(mode: string): boolean {
  if (/^[0-7]+$/.test(mode)) return (Number.parseInt(mode, 8) & 0o6000) !== 0;
  return mode.split(',').some((clause) => /^[uga]*(?:[-+=][^-+=]*)*[+=][^-+=]*s/.test(clause));
}
