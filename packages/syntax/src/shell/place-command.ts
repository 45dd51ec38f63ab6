import { isWithinBounds } from './contents.ts';
import { declaredIn } from './declarations.ts';
import { findExec } from './find-exec.ts';
import { MAX_SHELLS_IN_SHELLS } from './limits.ts';
import { joinLocated, type LocatedText, textFor } from './located-text.ts';
import { pipefailAfter } from './pipefail.ts';
import { type Draft, inNewScope, type Joiner, mayNotRun, type Reader, type Surroundings } from './reader.ts';
import type { ScriptText } from './script-text.ts';
import { type ShellCall, shellCall } from './shell-call.ts';
import type { SimpleCommand } from './simple-command.ts';
import { ownSpan, wholeSpan } from './spans.ts';
import type { ShellEmbedding } from './tree.ts';
import { unwrap } from './unwrap.ts';

/** Reads a text as a script of its own. */
export type WalkText = (text: LocatedText, around: Surroundings, joiner: Joiner | undefined) => void;

/** A run of a command's words that is a command. */
interface Stretch {
  readonly command: SimpleCommand;
  readonly start: number;
  readonly to: number;
}

/** Peels a simple command and adds it to the reader's, or in its place the commands of the script that it hands to a shell. */
export function placeCommand(
  reader: Reader,
  command: SimpleCommand,
  around: Surroundings,
  joiner: Joiner | undefined,
  walk: WalkText,
): void {
  placeStretch(reader, { command, start: 0, to: command.words.length }, around, joiner, walk);
}

function placeStretch(
  reader: Reader,
  stretch: Stretch,
  around: Surroundings,
  joiner: Joiner | undefined,
  walk: WalkText,
): void {
  const { command, start, to } = stretch;
  const { via, assignments, from } = unwrap(command, start, to);
  const inner = via.length === 0 ? around : { ...around, via: [...around.via, ...via] };
  const given = joined(around.assignments, start === 0 ? command.assignments : NONE, assignments);
  const call = shellCall(command, from, to);
  if (call && !call.scripts.every((script) => script.unknown)) {
    if (around.shells < MAX_SHELLS_IN_SHELLS) {
      visitAround(stretch, call);
      walkCall(
        reader,
        call,
        { ...inner, outerSpan: around.outerSpan ?? wholeSpan(command), assignments: given },
        joiner,
        walk,
      );
      return;
    }
    reader.unread ??= 'shells within shells, too many to follow';
  }
  const words = from === 0 && to === command.words.length ? command.words : command.words.slice(from, to);
  const draft: Draft = {
    words,
    assignments: joined(given, declaredIn(command, from, to), NONE),
    redirects: start === 0 ? command.redirects : NONE,
    span: ownSpan(command, from, to),
    wholeSpan: around.outerSpan ?? wholeSpan(command),
    via: inner.via,
    joinedBy: joiner,
    removal: start === 0 && around.outerSpan === undefined ? command.removal : undefined,
    surroundings: around,
    pipefail: around.state.pipefail,
    piped: false,
    feeds: NONE,
  };
  reader.drafts.push(draft);
  around.state.pipefail = pipefailAfter(words, around.state.pipefail);
  const executed = isWithinBounds(reader, around) ? findExec(command.words, from, to) : NONE;
  visitOwn(stretch, draft, executed);
  for (const [first, last] of executed) {
    const branch = { ...mayNotRun(inner), via: [...inner.via, 'find -exec'], outerSpan: draft.wholeSpan };
    placeStretch(reader, { command, start: first, to: last }, branch, undefined, walk);
  }
}

const NONE: readonly never[] = [];

function joined<Item>(a: readonly Item[], b: readonly Item[], c: readonly Item[]): readonly Item[] {
  if (b.length === 0 && c.length === 0) return a;
  return [...a, ...b, ...c];
}

/** All but the script, which is read on its own. */
function visitAround({ command, start, to }: Stretch, call: ShellCall): void {
  for (let word = start; word < to; word++) if (word < call.from || word >= call.to) command.visitWord(word);
  if (start > 0) return;
  command.visitAssignments();
  for (let redirect = 0; redirect < command.redirects.length; redirect++) {
    if (redirect !== call.redirect) command.visitRedirect(redirect);
  }
}

/** All but the commands that find runs, which are read on their own. */
function visitOwn({ command, start, to }: Stretch, draft: Draft, apart: readonly (readonly [number, number])[]): void {
  if (start === 0) command.visitAssignments(draft);
  let next = 0;
  for (let word = start; word < to; word++) {
    const skipped = apart[next];
    if (skipped && word >= skipped[0]) {
      word = skipped[1] - 1;
      next++;
    } else command.visitWord(word, draft);
  }
  if (start === 0)
    for (let redirect = 0; redirect < command.redirects.length; redirect++) command.visitRedirect(redirect, draft);
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
