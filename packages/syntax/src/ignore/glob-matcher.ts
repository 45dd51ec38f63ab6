import { compiledMatcher } from './expression-matcher.ts';
import type { Glob } from './glob.ts';

/** Whether a path itself matches, folders above it left aside. Source: moby/patternmatcher Pattern.match. */
export function globMatcher(glob: Glob): (path: string) => boolean {
  if (glob.kind === 'expression') return compiledMatcher(glob);
  const { text } = glob;
  if (glob.kind === 'exact') return (path) => path === text;
  if (glob.kind === 'prefix') return (path) => path.startsWith(text);
  // A leading `**/` also stands for no folder at all.
  return (path) => path.endsWith(text) || (text.startsWith('/') && path === text.slice(1));
}
