import type { World } from '@dockwarden-internal/facts';
import { ignoreMatcher, parseIgnore, sourceText } from '@dockwarden-internal/syntax';
import type { Image } from '../model/image.ts';
import { mainContext } from './context-inputs.ts';

/**
 * Whether nothing at or below a path (from the root of the context) gets to the builder: git's own folder, and what the ignore file hides, where no
 * line of it lets anything back in.
 */
export function hiddenPaths(world: World, image: Image): (path: string) => boolean {
  const isGit = (path: string) => path === '.git' && !image.request.contextGit;
  const { ignoreFile } = mainContext(world, image, []);
  const text = ignoreFile === undefined ? undefined : world.fs.read(ignoreFile);
  if (ignoreFile === undefined || text === undefined) return isGit;
  const tree = parseIgnore(sourceText(ignoreFile, text));
  if (tree.faults.length > 0 || tree.patterns.some(({ negated }) => negated)) return isGit;
  const matcher = ignoreMatcher(tree);
  return (path) => isGit(path) || matcher.match(path).ignored;
}
