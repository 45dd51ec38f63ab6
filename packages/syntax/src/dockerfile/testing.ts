import { sourceText } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { parseDockerfile } from './parse.ts';
import type { DockerfileTree, InstructionNode } from './tree.ts';

/** For tests: the tree of a text. */
export function treeOf(text: string): DockerfileTree {
  return parseDockerfile(sourceText('Dockerfile', text));
}

/** For tests: the last instruction of a text. */
export function lastOf(text: string): InstructionNode {
  return treeOf(text).instructions.at(-1)!;
}

/** For tests: the faults of a text, each as its code and the words that it points at. */
export function faultsOf(text: string): readonly (readonly [code: string, words: string])[] {
  return treeOf(text).faults.map(({ code, span }) => [code, cut(text, span)]);
}

/** For tests: the messages of a text's faults. */
export function messagesOf(text: string): readonly string[] {
  return treeOf(text).faults.map((fault) => fault.message);
}

export function cut(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
