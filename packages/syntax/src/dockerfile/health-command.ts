import { isSpace, skipAsciiSpace } from './blank.ts';
import type { InstructionNode } from './tree.ts';
import { utf8Bytes } from './utf8.ts';

/**
 * Where the command of `HEALTHCHECK CMD command` starts. BuildKit looks for the blank by bytes, and sees one in `à` too.
 * Source: parseHealthConfig in moby/buildkit frontend/dockerfile/parser/line_parsers.go.
 */
export function healthCommandStart({ logical, argsStart, argsEnd }: InstructionNode): number {
  const { text } = logical;
  for (let at = argsStart; at < argsEnd; at++) {
    const bytes = utf8Bytes(text.charCodeAt(at));
    const blank = bytes.findIndex((byte) => isSpace(byte));
    if (blank < 0) continue;
    return bytes.length === 1 ? skipAsciiSpace(text, at, argsEnd) : at + (blank === bytes.length - 1 ? 1 : 0);
  }
  return argsEnd;
}
