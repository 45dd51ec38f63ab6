/** The lines of a stage, of the arguments above all stages, …; an instruction's own line breaks stand in its line. */
export type Block = readonly string[];

/** A whole Dockerfile: the syntax directive, then the blocks with an empty line between them. Those that are undefined are left out. */
export function dockerfileText(blocks: readonly (Block | undefined)[]): string {
  const texts = blocks.filter((block) => block !== undefined).map((block) => block.join('\n'));
  return `${['# syntax=docker/dockerfile:1', ...texts].join('\n\n')}\n`;
}
