import type { HeredocNode, InstructionNode } from '../dockerfile/tree.ts';
import { type Interpreter, interpreterOf } from './interpreter.ts';
import { joinLocated, type LocatedText, textFor, textFrom } from './located-text.ts';

/** What a RUN in shell form hands to a shell. */
export interface RunBody extends LocatedText {
  /** What `#!` of a heredoc names; it reads the script instead of the shell in force. */
  readonly interpreter?: Interpreter;
}

/**
 * The shell text of a RUN (or of the RUN in an ONBUILD), heredoc bodies included, as BuildKit composes it: where the command is nothing but one
 * heredoc, the heredoc is the script; otherwise the shell is given the line and then each body with its terminator. Undefined in exec form and
 * for an empty RUN.
 * Source: moby/buildkit frontend/dockerfile/dockerfile2llb, dispatchRun.
 */
export function runBody(run: InstructionNode, source: string): RunBody | undefined {
  if (run.json || run.argsStart >= run.argsEnd) return undefined;
  const line: LocatedText = {
    text: run.logical.text.slice(run.argsStart, run.argsEnd),
    locate: (start, end) => run.logical.span(run.argsStart + start, run.argsStart + end),
  };
  const [first] = run.heredocs;
  if (!first) return line;
  if (run.heredocs.length === 1 && /^\d*<<-?\s*[^\s<]+$/.test(line.text)) return script(first, source);
  return joinLocated([line, ...run.heredocs.flatMap((heredoc) => handedOn(heredoc, source))]);
}

function script(heredoc: HeredocNode, source: string): RunBody {
  const body = heredoc.chomp ? withoutTabs(heredoc, source) : textFrom(source, heredoc.bodySpan);
  if (!body.text.startsWith('#!')) return body;
  const interpreter = interpreterOf(body.text.slice(2).split('\n', 1)[0]!.trim().split(/\s+/));
  return { ...body, ...(interpreter ? { interpreter } : {}) };
}

/** Leading tabs dropped, each line still leading to its place. */
function withoutTabs(heredoc: HeredocNode, source: string): LocatedText {
  const lines: LocatedText[] = [];
  const { start, end } = heredoc.bodySpan;
  for (let from = start; from < end; ) {
    const newline = source.indexOf('\n', from);
    const stop = newline < 0 || newline >= end ? end : newline + 1;
    let text = from;
    while (text < stop && source[text] === '\t') text++;
    lines.push(textFrom(source, { start: text, end: stop }));
    from = stop;
  }
  return lines.length === 0 ? textFrom(source, heredoc.bodySpan) : joinLocated(lines);
}

function handedOn(heredoc: HeredocNode, source: string): LocatedText[] {
  const end = { start: heredoc.bodySpan.end, end: heredoc.bodySpan.end };
  const newline = textFor('\n', { start: heredoc.bodySpan.start, end: heredoc.bodySpan.start });
  return [newline, textFrom(source, heredoc.bodySpan), textFor(heredoc.name, end)];
}
