import type { Dockerfile, Instruction } from '../model/dockerfile.ts';

/** The instruction of a keyword with this number (from 0), triggers included. */
export function instructionOf(dockerfile: Dockerfile, keyword: string, number = 0): Instruction {
  const found = dockerfile.instructions.filter(({ node }) => node.keyword === keyword)[number];
  if (!found) throw new Error(`no ${keyword} ${number}`);
  return found;
}
