import type { FromNode, InstructionNode } from './tree.ts';
import { wordsOf } from './words.ts';

/** The image and the stage name of a FROM. Other forms than `FROM image [AS name]` are faults; the image is then the first word. */
export function fromParts(node: InstructionNode): FromNode {
  const [image, keyword, name] = wordsOf(node);
  if (!image) return {};
  return keyword && name && isAs(keyword.text) ? { image, as: { keyword, name } } : { image };
}

/** AS in any case, by Unicode's simple folding as in BuildKit. */
export function isAs(word: string): boolean {
  return /^as$/iu.test(word);
}
