/**
 * What git ignores by the root's .gitignore, as globs from the root of which the contents count: lines that are a plain name or path. Others are left
 * out, which only makes a task runner look at more files. Of files above the root the names count that lie anywhere.
 */
export function ignoredFolders(gitignore: string | undefined, above: readonly string[] = []): string[] {
  const names = above.flatMap((text) => ignoredFolders(text)).filter((glob) => glob.startsWith('**/'));
  const lines = (gitignore ?? '').split(/\r?\n/).map((line) => line.trim());
  const shown = new Set(
    lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1).replace(/^\/|\/$/g, '')),
  );
  const globs = lines.flatMap((line) => {
    const [, slash, path] = /^(\/?)((?:[\w.@-]+\/)*[\w.@-]+)\/?$/.exec(line) ?? [];
    if (path === undefined || shown.has(path)) return [];
    // A line without a slash speaks of any folder below. Source: gitignore(5).
    return slash === '/' || path.includes('/') ? path : `**/${path}`;
  });
  return [...new Set([...globs, ...names])].sort();
}
