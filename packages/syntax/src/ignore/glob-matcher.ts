import type { Glob } from './glob.ts';
import { programMatcher } from './run-program.ts';

/** Whether a path itself matches, folders above it left aside. Source: moby/patternmatcher Pattern.match. */
export function globMatcher(glob: Glob): (path: string) => boolean {
  if (glob.kind === 'expression') {
    const { literalStart, literalEnd } = glob;
    const runs = programMatcher(glob.program);
    return (path) => path.startsWith(literalStart) && path.endsWith(literalEnd) && runs(path);
  }
  const { text } = glob;
  if (glob.kind === 'exact') return (path) => path === text;
  if (glob.kind === 'prefix') return (path) => path.startsWith(text);
  // A leading `**/` also stands for no folder at all.
  return (path) => path.endsWith(text) || (text.startsWith('/') && path === text.slice(1));
}
