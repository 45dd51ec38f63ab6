/** `apps/api` and `../lib` make `apps/lib`; undefined where that leads out of the workspace. */
export function resolveFolder(from: string, path: string): string | undefined {
  const segments = from === '.' ? [] : from.split('/');
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/') || '.';
}

/** A folder as `./apps/api`, or `.`: how tools want a folder that is no package's name. */
export function dotted(folder: string): string {
  return folder === '.' ? '.' : `./${folder}`;
}
