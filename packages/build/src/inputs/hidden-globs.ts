import { joinPath, type World } from '@dockwarden-internal/facts';
import { parseIgnore, sourceText } from '@dockwarden-internal/syntax';
import type { ContextInputs, ImageInputs } from '../model/image-inputs.ts';

/**
 * What ignore files hide of all that an image is built from, as globs from the workspace's root, each for a file or a folder with what is in it.
 * Only what is hidden for certain: patterns behind the last `!` line, without a class or an escape, and in no context that overlaps shown. They may be
 * fewer than there are. `line` is the image with those that it is built on. Sorted.
 */
export function hiddenGlobs({ fs }: Pick<World, 'fs'>, line: readonly ImageInputs[]): string[] {
  const contexts = line.flatMap((inputs) => inputs.contexts.filter(({ sources }) => sources.length > 0));
  const hidden = contexts.map((context) => ({ context, globs: hiddenIn(fs, context) }));
  const globs = hidden.flatMap(({ context, globs: own }) =>
    [...own].filter((glob) => hidden.every((other) => !overlap(context, other.context) || other.globs.has(glob))),
  );
  return [...new Set(globs)].sort();
}

function hiddenIn(fs: World['fs'], { directory, ignoreFile }: ContextInputs): ReadonlySet<string> {
  const text = ignoreFile === undefined ? undefined : fs.read(ignoreFile);
  // What a sign would be made of in a glob could hide more than the pattern does.
  if (ignoreFile === undefined || text === undefined || !PLAIN.test(directory)) return new Set();
  const { patterns, faults } = parseIgnore(sourceText(ignoreFile, text));
  if (faults.length > 0) return new Set();
  const last = patterns.findLastIndex(({ negated }) => negated);
  const final = patterns.slice(last + 1).filter(({ cleaned, glob }) => glob !== undefined && isPlain(cleaned));
  return new Set(final.map(({ cleaned }) => joinPath(directory, cleaned)));
}

const PLAIN = /^[\w./@ ~#%=-]+$/;

/** Whether globs read a pattern as Docker does, and it hides something but everything. */
function isPlain(pattern: string): boolean {
  if (!PLAIN.test(pattern.replace(/[*?]/g, 'x'))) return false;
  const segments = pattern.split('/');
  return segments.every((part) => part === '**' || !part.includes('**')) && !/^\*+$/.test(segments.at(-1)!);
}

function overlap({ directory: one }: ContextInputs, { directory: other }: ContextInputs): boolean {
  return one === other || one === '.' || other === '.' || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
}
