import type { Io } from '../io.ts';
import { refuse } from '../output/refuse.ts';

/** The image that a command is about, and the words behind it. A refusal is said, and its exit code given. */
export async function oneImage(
  command: string,
  operands: readonly string[],
  io: Io,
  words: boolean,
): Promise<{ readonly image: string; readonly words: readonly string[] } | number> {
  const [image, ...more] = operands;
  if (image !== undefined && (words || more.length === 0)) return { image, words: more };
  const then = words ? ', and its command behind --' : '';
  return refuse(io, `${command} takes one image${then}: dockwarden images lists them`);
}
