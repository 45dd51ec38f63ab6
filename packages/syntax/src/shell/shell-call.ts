import type { ScriptText } from './script-text.ts';
import { POSIX_SHELLS, readShellOptions } from './shell-options.ts';
import { programOf, type SimpleCommand } from './simple-command.ts';

/** A command that hands a script to a shell. */
export interface ShellCall {
  /** `sh -c`, `su -c`, `eval`, `sh <<`. */
  readonly label: string;
  /** The texts that make the script, to be joined by blanks. */
  readonly scripts: readonly ScriptText[];
  /** The words that they come from, from this one to that in front of `to`. */
  readonly from: number;
  readonly to: number;
  /** The redirect that they come from, instead. */
  readonly redirect?: number;
  /** True for eval, which needs no other shell. */
  readonly same: boolean;
  readonly pipefail: boolean;
}

/** Reads `sh -c "…"`, `eval "…"`, `su user -c "…"` and a shell's heredoc; undefined for any other command. */
export function shellCall(command: SimpleCommand, from: number, to: number): ShellCall | undefined {
  const program = from < to ? programOf(command.words[from]) : undefined;
  if (program === undefined) return undefined;
  if (program === 'eval') return evalCall(command, from, to);
  if (program === 'su' || program === 'runuser') return suCall(program, command, from, to);
  if (!POSIX_SHELLS.has(program)) return undefined;
  return dashCall(program, command, from, to) ?? stdinCall(program, command, from, to);
}

function evalCall(command: SimpleCommand, from: number, to: number): ShellCall | undefined {
  const first = command.words[from + 1]?.shown === '--' ? from + 2 : from + 1;
  return first < to ? { ...callOf('eval', command, first, to), same: true } : undefined;
}

function suCall(program: string, command: SimpleCommand, from: number, to: number): ShellCall | undefined {
  for (let at = from + 1; at + 1 < to; at++) {
    if (/^(-[lmpfP]*c|--command|--session-command)$/.test(command.words[at]!.shown)) {
      return callOf(`${program} -c`, command, at + 1, at + 2);
    }
  }
  return undefined;
}

function dashCall(program: string, command: SimpleCommand, from: number, to: number): ShellCall | undefined {
  const options = readShellOptions(shown(command, from, to));
  const script = from + options.end;
  if (!options.command || script >= to) return undefined;
  return { ...callOf(`${program} -c`, command, script, script + 1), pipefail: options.pipefail };
}

function callOf(label: string, command: SimpleCommand, from: number, to: number): ShellCall {
  const scripts: ScriptText[] = [];
  for (let at = from; at < to; at++) scripts.push(command.script(at));
  return { label, scripts, from, to, same: false, pipefail: false };
}

/** `sh <<EOF` and `sh <<< "…"`: the last such redirect is what the shell reads. */
function stdinCall(program: string, command: SimpleCommand, from: number, to: number): ShellCall | undefined {
  const redirect = command.redirects.findLastIndex(({ operator, fd = 0 }) => operator.startsWith('<') && fd === 0);
  if (redirect < 0) return undefined;
  const options = readShellOptions(shown(command, from, to));
  const script = options.stdin ? command.input(redirect) : undefined;
  if (!script) return undefined;
  const label = `${program} ${command.redirects[redirect]!.operator}`;
  return { label, scripts: [script], from: to, to, redirect, same: false, pipefail: options.pipefail };
}

function shown(command: SimpleCommand, from: number, to: number): string[] {
  return command.words.slice(from, to).map((word) => word.shown);
}
