/**
 * The shortest path that says the same: `.` and empty segments dropped, `..` taken back where a name stands before it, no slash at
 * the end; `.` for nothing. Source: Go's path/filepath.Clean on Unix, by which ignore patterns and COPY sources are cleaned.
 */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.length > 0 && kept[kept.length - 1] !== '..') kept.pop();
    else if (!rooted) kept.push('..');
  }
  const joined = kept.join('/');
  if (rooted) return `/${joined}`;
  return joined === '' ? '.' : joined;
}
