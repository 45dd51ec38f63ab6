import { type ShellCommand, type ShellWord, type SourceText, type Span, textAt } from '@dockwarden-internal/syntax';
import { BUILTIN_PROGRAMS, type Programs } from '../commands/programs/own-programs.ts';
import { type CommandReading, readCommand } from '../commands/read-command.ts';
import { isSecretPair } from '../variable/secret-pair.ts';
import { bodyCredentials, credentialsAt } from './body-credentials.ts';
import { flagSecret, isSecretText, operandSecret, optionSecret } from './option-credentials.ts';
import { settingSecret } from './setting-credentials.ts';
import { holdsCredential } from './text-credentials.ts';

/**
 * Where a command has a secret written out: in an option, in a word or what it sets, or in a text that it reads. What it exports is a variable's
 * value where there are facts of variables, and left out there.
 */
export function commandCredentials(
  command: ShellCommand,
  source: SourceText,
  { exports, programs = BUILTIN_PROGRAMS, into }: Reading,
): Span[] {
  const { words, assignments, redirects } = command;
  const values = words.map(({ shown }) => shown);
  const program = values[0]?.replace(/^.*\//, '') ?? '';
  const spans = words.length > 0 ? readCredentials(readCommand(command, programs), values) : [];
  const setting = settingSecret(words);
  if (setting) spans.push(within(setting.word, setting.offset, source));
  if (into && isFed(program, into))
    spans.push(
      ...words
        .slice(1)
        .filter(isTyped)
        .map(({ span }) => span),
    );
  words.forEach((word, at) => {
    if (spans.some(({ start, end }) => start < word.span.end && word.span.start < end)) return;
    const next = words[at + 1];
    // Where an image's own entrypoint is the program, the first word is an option.
    const found =
      at > 0 || word.shown.startsWith('-') ? optionSecret(program, values, word.shown, next?.value) : undefined;
    if (found) spans.push(within(found.inNext ? next! : word, found.offset, source));
    else if (holdsCredential(word.shown, isAssigned(word, assignments))) spans.push(word.span);
  });
  for (const { name, value, exported, valueSpan } of assignments) {
    if ((exported && !exports) || value === undefined) continue;
    if (isSecretPair(name, value)) spans.push(valueSpan);
  }
  for (const { operator, target, body } of redirects) {
    if (operator === '<<<' && target && holdsCredential(target.shown)) spans.push(target.span);
    if (body) spans.push(...inBody(body.text, body.span, source));
  }
  return spans;
}

/** True for a word that is an assignment: of `export NAME=value`. */
function isAssigned({ span }: ShellWord, assignments: ShellCommand['assignments']): boolean {
  return assignments.some((each) => span.start <= each.span.start && each.span.end <= span.end);
}

interface Reading {
  /** True where what is exported counts. */
  readonly exports: boolean;
  readonly programs?: Programs;
  /** What the command's output goes into. */
  readonly into?: ShellCommand;
}

function readCredentials({ program = '', flags, args, launched }: CommandReading, words: readonly string[]): Span[] {
  const found = flags.flatMap((flag) => flagSecret(program, words, flag) ?? []);
  const operand = operandSecret(program, flags, args);
  return [...found, ...(operand ? [operand] : []), ...(launched ? readCredentials(launched, words) : [])];
}

/** Options by which a program reads a password from its input. */
const FROM_INPUT: ReadonlySet<string> = new Set([
  '--password-stdin',
  '--pass-stdin',
  '--with-token',
  '--passphrase-fd',
]);

function isFed(program: string, into: ShellCommand): boolean {
  if (program !== 'echo' && program !== 'printf') return false;
  const [name, ...rest] = into.words.map(({ shown }) => shown);
  return name?.replace(/^.*\//, '') === 'passwd' || rest.some((word) => FROM_INPUT.has(word.replace(/=.*$/, '')));
}

/** True for what `echo` and `printf` hand on as it is written, but for options and formats. */
function isTyped({ value }: ShellWord): boolean {
  return value !== undefined && isSecretText(value) && !/^-[neE]+$|^(%s|\\n|\s)*$/.test(value);
}

/** What a heredoc holds; all of it where its text differs from what is written in a way that hides the place. */
function inBody(text: string, span: Span, source: SourceText): Span[] {
  const written = credentialsAt(span, source);
  return written.length > 0 || bodyCredentials(text).length === 0 ? written : [span];
}

/** The rest of a word from an offset of its text; all of it where quotes make the two differ. */
function within({ span, shown }: ShellWord, offset: number, source: SourceText): Span {
  const written = textAt({ source, span });
  return written === shown ? { start: span.start + offset, end: span.end } : span;
}
