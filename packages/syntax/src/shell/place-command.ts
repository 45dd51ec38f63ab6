import type { Span } from '../text/span.ts';
import { isWithinBounds } from './contents.ts';
import { findExec } from './find-exec.ts';
import { MAX_SHELLS_IN_SHELLS } from './limits.ts';
import { joinLocated, type LocatedText, spanOver, textFor } from './located-text.ts';
import { type Piece, programOf, type SimpleCommand } from './piece.ts';
import { pipefailAfter } from './pipefail.ts';
import { type Draft, inBranch, inNewScope, type Joiner, type Reader, type Surroundings } from './reader.ts';
import type { ScriptText } from './script-text.ts';
import { type ShellCall, shellCall, stdinCall } from './shell-call.ts';
import type { ShellAssignment, ShellEmbedding } from './tree.ts';
import { unwrap } from './unwrap.ts';

/** Reads a text as a script of its own. */
export type WalkText = (text: LocatedText, around: Surroundings, joiner: Joiner | undefined) => void;

/** Peels a simple command and adds it to the reader's, or in its place the commands of the script that it hands to a shell. */
export function placeCommand(
  reader: Reader,
  command: SimpleCommand,
  around: Surroundings,
  joiner: Joiner | undefined,
  walk: WalkText,
): void {
  const { via, assignments, pieces } = unwrap(command.pieces);
  const inner = { ...around, via: [...around.via, ...via] };
  const given = [...command.assignments, ...assignments];
  const call = shellCall(pieces) ?? stdinCall(pieces, command.redirects);
  const whole = around.outerSpan ?? wholeSpan(command);
  if (call && !call.scripts.every((script) => script.unknown)) {
    if (around.shells < MAX_SHELLS_IN_SHELLS) {
      for (const piece of command.pieces) if (!call.pieces.includes(piece)) piece.visit();
      command.visitAssignments();
      for (const redirect of command.redirects) if (!call.redirects.includes(redirect)) redirect.visit();
      walkCall(
        reader,
        call,
        { ...inner, outerSpan: whole, assignments: [...around.assignments, ...given] },
        joiner,
        walk,
      );
      return;
    }
    reader.unread ??= 'shells within shells, too many to follow';
  }
  const draft: Draft = {
    words: pieces.map((piece) => piece.word),
    assignments: [...around.assignments, ...given, ...declaredIn(pieces)],
    redirects: command.redirects.map((redirect) => redirect.redirect),
    span: pieces.length > 0 ? ownSpan(command, pieces) : wholeSpan(command),
    wholeSpan: whole,
    via: inner.via,
    joinedBy: joiner,
    surroundings: around,
    pipefail: around.state.pipefail,
    piped: false,
    feeds: [],
  };
  reader.drafts.push(draft);
  const executed = isWithinBounds(reader, around) ? findExec(pieces) : [];
  const apart = new Set(executed.flat());
  command.visitAssignments(draft);
  for (const piece of command.pieces) if (!apart.has(piece)) piece.visit(draft);
  for (const redirect of command.redirects) redirect.visit(draft);
  around.state.pipefail = pipefailAfter(pieces, around.state.pipefail);
  for (const found of executed) {
    const child = { pieces: found, assignments: [], redirects: [], visitAssignments: () => {} };
    const branch = { ...inBranch(inner), via: [...inner.via, 'find -exec'], outerSpan: whole };
    placeCommand(reader, child, branch, undefined, walk);
  }
}

function walkCall(
  reader: Reader,
  call: ShellCall,
  around: Surroundings,
  joiner: Joiner | undefined,
  walk: WalkText,
): void {
  const shell = call.same ? around : inNewScope(reader, around, 'shell', call.pipefail);
  const embedding = embeddingOf(call.scripts, around.embedding);
  const next = { ...shell, via: [...around.via, call.label], embedding, shells: around.shells + 1 };
  walk(scriptText(call.scripts), next, joiner);
}

function scriptText(scripts: readonly ScriptText[]): LocatedText {
  if (scripts.length === 1) return scripts[0]!;
  const blank = (at: LocatedText): LocatedText => textFor(' ', at.locate(at.text.length, at.text.length));
  return joinLocated(
    scripts.flatMap((script, index) => (index === 0 ? [script] : [blank(scripts[index - 1]!), script])),
  );
}

function embeddingOf(scripts: readonly ScriptText[], outer: ShellEmbedding | undefined): ShellEmbedding {
  if (outer === 'opaque' || scripts.some((script) => !script.exact || script.bare)) return 'opaque';
  return outer === 'argv' || outer === 'json' ? 'json' : 'quoted';
}

const DECLARATIONS: ReadonlySet<string> = new Set(['export', 'declare', 'typeset', 'readonly', 'local']);

function declaredIn(pieces: readonly Piece[]): ShellAssignment[] {
  const program = programOf(pieces[0]);
  if (program === undefined || !DECLARATIONS.has(program)) return [];
  const exported = program === 'export' || pieces.some((piece) => /^-[a-zA-Z]*x/.test(piece.word.shown));
  return pieces.slice(1).flatMap((piece) => {
    const found = piece.assignment();
    return found ? [{ ...found, exported }] : [];
  });
}

function ownSpan(command: SimpleCommand, pieces: readonly Piece[]): Span {
  const first = pieces[0]!.word.span;
  const last = pieces[pieces.length - 1]!.word.span;
  const redirects = command.redirects
    .map((redirect) => redirect.redirect.span)
    .filter((span) => span.start >= first.start);
  return redirects.reduce(spanOver, spanOver(first, last));
}

function wholeSpan(command: SimpleCommand): Span {
  const spans = [
    ...command.assignments.map((assignment) => assignment.span),
    ...command.pieces.map((piece) => piece.word.span),
    ...command.redirects.map((redirect) => redirect.redirect.span),
  ];
  return spans.reduce(spanOver);
}
