import { type Piece, programOf, type RedirectPiece } from './piece.ts';
import type { ScriptText } from './script-text.ts';
import { POSIX_SHELLS, readShellOptions } from './shell-options.ts';

/** A command that hands a script to a shell. */
export interface ShellCall {
  /** `sh -c`, `su -c`, `eval`, `sh <<`. */
  readonly label: string;
  /** The texts that make the script, to be joined by blanks. */
  readonly scripts: readonly ScriptText[];
  /** Where they come from. */
  readonly pieces: readonly Piece[];
  readonly redirects: readonly RedirectPiece[];
  /** True for eval, which needs no other shell. */
  readonly same: boolean;
  readonly pipefail: boolean;
}

/** Reads `sh -c "…"`, `eval "…"` and `su user -c "…"`; undefined for any other command. */
export function shellCall(pieces: readonly Piece[]): ShellCall | undefined {
  const program = programOf(pieces[0]);
  if (program === undefined) return undefined;
  if (program === 'eval') return evalCall(pieces);
  if (program === 'su' || program === 'runuser') return suCall(program, pieces);
  return POSIX_SHELLS.has(program) ? dashCall(program, pieces) : undefined;
}

function evalCall(pieces: readonly Piece[]): ShellCall | undefined {
  const scripts = pieces.slice(pieces[1]?.word.shown === '--' ? 2 : 1);
  return scripts.length === 0 ? undefined : { ...callOf('eval', scripts), same: true };
}

function suCall(program: string, pieces: readonly Piece[]): ShellCall | undefined {
  const at = pieces.findIndex((piece) => /^(-[lmpfP]*c|--command|--session-command)$/.test(piece.word.shown));
  const script = at < 0 ? undefined : pieces[at + 1];
  return script && callOf(`${program} -c`, [script]);
}

function dashCall(program: string, pieces: readonly Piece[]): ShellCall | undefined {
  const options = readShellOptions(shown(pieces));
  const script = pieces[options.end];
  return options.command && script ? { ...callOf(`${program} -c`, [script]), pipefail: options.pipefail } : undefined;
}

function callOf(label: string, pieces: readonly Piece[]): ShellCall {
  return { label, scripts: pieces.map((piece) => piece.script()), pieces, redirects: [], same: false, pipefail: false };
}

/** Reads `sh <<EOF` and `sh <<< "…"`: the last such redirect is what the shell reads. */
export function stdinCall(pieces: readonly Piece[], redirects: readonly RedirectPiece[]): ShellCall | undefined {
  const program = programOf(pieces[0]);
  if (program === undefined || !POSIX_SHELLS.has(program)) return undefined;
  const redirect = redirects.findLast(({ redirect: { operator, fd = 0 } }) => operator.startsWith('<') && fd === 0);
  const options = readShellOptions(shown(pieces));
  const script = options.stdin ? redirect?.input() : undefined;
  if (!redirect || !script) return undefined;
  const { operator } = redirect.redirect;
  const label = `${program} ${operator}`;
  return { label, scripts: [script], pieces: [], redirects: [redirect], same: false, pipefail: options.pipefail };
}

function shown(pieces: readonly Piece[]): string[] {
  return pieces.map((piece) => piece.word.shown);
}
