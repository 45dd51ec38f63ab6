import { cleanPath, jsonOrWords, unquote, type WordNode } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import { type Instruction, placeOf } from '../model/dockerfile.ts';
import type { Source } from '../model/files.ts';
import { expandAt } from '../variable/lookup.ts';
import { remoteKind } from './remote-source.ts';

/** The sources of a COPY or ADD in order; none in other instructions. Source: Dockerfile reference, COPY. */
export const sourcesOf = memo((instruction: Instruction): readonly Source[] => {
  if (!copies(instruction)) return [];
  return jsonOrWords(instruction.node)
    .slice(0, -1)
    .map((word) => source(instruction, word));
});

export function copies({ node }: Instruction): boolean {
  return node.keyword === 'copy' || node.keyword === 'add';
}

/** Where a COPY or ADD puts things, variables expanded; absent where there is only one word or none. */
export const targetOf = memo(
  (instruction: Instruction): { readonly value: Maybe<string>; readonly word: WordNode } | undefined => {
    if (!copies(instruction)) return undefined;
    const words = jsonOrWords(instruction.node);
    const word = words.length > 1 ? words[words.length - 1] : undefined;
    return word && { value: expandAt(instruction, word.text), word };
  },
);

/** What `--from` says, as written; undefined for what comes from the context. */
export function fromText({ node }: Instruction): string | undefined {
  return node.flags.find((flag) => flag.name === '--from')?.value;
}

/** True for what is read from the build context. */
export function isLocal(source: Source): boolean {
  return !source.heredoc && fromText(source.instruction) === undefined && remoteOf(source) === undefined;
}

/** What ADD fetches from elsewhere. COPY fetches nothing. */
export function remoteOf({ instruction, text, path }: Source): 'url' | 'git' | undefined {
  if (instruction.node.keyword !== 'add') return undefined;
  return remoteKind(typeof path === 'string' ? path : unquote(text, instruction.dockerfile.tree.escape));
}

function source(instruction: Instruction, word: WordNode): Source {
  const heredoc = instruction.node.heredocs.length > 0 && /^\d*<<-?./.test(word.text);
  return {
    instruction,
    text: word.text,
    path: heredoc ? undefined : pathOf(instruction, expandAt(instruction, word.text)),
    place: placeOf(instruction.dockerfile, word.span),
    heredoc,
  };
}

function pathOf(instruction: Instruction, text: Maybe<string>): Maybe<string> {
  if (text === undefined || isUnsure(text)) return text;
  if (instruction.node.keyword === 'add' && remoteKind(text)) return text;
  // With the backtick as escape character paths are Windows paths.
  const slashed = instruction.dockerfile.tree.escape === '`' ? text.replaceAll('\\', '/') : text;
  const rooted = cleanPath(`/${slashed}`);
  return fromText(instruction) === undefined ? rooted.slice(1) || '.' : rooted;
}
