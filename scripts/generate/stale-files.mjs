import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownedFolders } from './outputs.mjs';

/** Generated files that differ from what they should be, or should not be there. */
export function staleFiles(root, wanted) {
  const changed = [...wanted].filter(([path, text]) => readText(join(root, path)) !== text).map(([path]) => path);
  const left = ownedFolders.flatMap((folder) => filesBelow(root, folder)).filter((path) => !wanted.has(path));
  return { changed, left };
}

function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function filesBelow(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(root, path) : [path];
  });
}
