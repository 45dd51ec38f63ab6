/** Path of a file of the workspace from one of its folders: `./src`, `../../libs/ui`, `.`. */
export function relativePath(folder: string, path: string): string {
  const from = segments(folder);
  const to = segments(path);
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++;
  const up = from.slice(shared).map(() => '..');
  const way = [...up, ...to.slice(shared)].join('/');
  if (way === '') return '.';
  return up.length > 0 ? way : `./${way}`;
}

function segments(path: string): string[] {
  const out: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..' && out.length > 0 && out.at(-1) !== '..') out.pop();
    else if (segment !== '' && segment !== '.') out.push(segment);
  }
  return out;
}
