import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const made: string[] = [];

/** A folder with files, for a test: texts by path; a text that begins with `-> ` makes a link. Removed by removeTemporaryFolders. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'dockwarden-')));
  made.push(root);
  for (const [path, content] of Object.entries(files)) {
    const place = join(root, path);
    if (path.endsWith('/')) {
      mkdirSync(place, { recursive: true });
      continue;
    }
    mkdirSync(dirname(place), { recursive: true });
    if (typeof content === 'string' && content.startsWith('-> ')) symlinkSync(content.slice(3), place);
    else writeFileSync(place, content);
  }
  return root;
}

export function removeTemporaryFolders(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}
