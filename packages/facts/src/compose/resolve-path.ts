/**
 * A path that a file names, relative to the workspace root: `.` is the root. Undefined where it is absolute, begins at
 * the home folder or leaves the root.
 */
export function resolvePath(folder: string | undefined, path: string): string | undefined {
  if (folder === undefined || /^(?:[/~\\]|[a-z]:[\\/])/i.test(path)) return undefined;
  const segments = folder === '.' ? [] : folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/') || '.';
}
