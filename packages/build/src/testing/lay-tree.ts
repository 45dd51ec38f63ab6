import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** By path: a file's text, `{ link }`, `{ text, mode }`, or undefined for an empty folder. */
export type Tree = Readonly<
  Record<string, string | { readonly link: string } | { readonly text: string; readonly mode: number } | undefined>
>;

/** Lays files for a test in a new folder. */
export function layTree(tree: Tree): { readonly root: string; readonly dispose: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'dockwarden-tree-'));
  addTree(root, tree);
  return { root, dispose: () => rmSync(root, { recursive: true, force: true }) };
}

export function addTree(root: string, tree: Tree): void {
  for (const [path, what] of Object.entries(tree)) {
    const absolute = join(root, path);
    mkdirSync(what === undefined ? absolute : dirname(absolute), { recursive: true });
    if (typeof what === 'string') writeFileSync(absolute, what);
    else if (what && 'link' in what) symlinkSync(what.link, absolute);
    else if (what) {
      writeFileSync(absolute, what.text);
      chmodSync(absolute, what.mode);
    }
  }
}
