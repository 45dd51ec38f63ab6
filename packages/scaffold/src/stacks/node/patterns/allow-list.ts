import type { Block } from '../../../dockerfile/dockerfile-text.ts';

/** What must not come along within a folder that is let in. */
export const NEVER = ['**/.env', '**/.env.*', '**/.npmrc', '**/node_modules'];

/** An ignore file that lets in what the blocks copy from the context, and nothing else. `never`: what must not come along even so. */
export function allowOnly(blocks: readonly (Block | undefined)[], never: readonly string[] = NEVER): string {
  const sources = blocks.flatMap((block) => block ?? []).flatMap(contextSources);
  const paths = [...new Set(sources.map((source) => source.replace(/\/$/, '')))].sort();
  const outermost = paths.filter((path) => !paths.some((other) => path.startsWith(`${other}/`)));
  const admitted = outermost.map((path) => `!${path}`);
  return `${['# Nothing but what is copied', '*', ...admitted, ...never].join('\n')}\n`;
}

function contextSources(line: string): string[] {
  return /^COPY (?!--from=)(.+) \S+$/.exec(line)?.[1]?.split(' ') ?? [];
}
