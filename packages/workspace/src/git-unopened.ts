const NOT_OPENED = "warning: could not open directory '";

/**
 * The folders that git would have looked into and could not, from a folder that lies at `prefix` in its work tree. Git names them from the top
 * of the work tree, and goes on with status 0. Source: `open_cached_dir` in git's dir.c.
 */
export function unopenedFolders(stderr: string, prefix: string): string[] {
  const named = stderr.split(NOT_OPENED).slice(1);
  return named.map((text) => {
    const path = text.slice(0, Math.max(0, text.lastIndexOf("': "))).replace(/\/$/, '');
    return (prefix !== '' && path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : path) || '.';
  });
}
