import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { anchor } from '../generate/markdown.mjs';
import { proseOf } from './pages.mjs';

/** Links of the pages that lead to no file, or to no heading of a page. */
export function brokenLinks(root, pages) {
  return [...pages].flatMap(([path, page]) =>
    targetsOf(page)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => !leadsSomewhere(root, pages, path, target))
      .map((target) => `${path}: ${target}`),
  );
}

function targetsOf(page) {
  const text = proseOf(page).replace(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^()\s]+)\)|(?:src|href)="([^"]+)"/g)].map(([, link, attribute]) => link ?? attribute);
}

function leadsSomewhere(root, pages, from, target) {
  const [file, heading] = target.split('#');
  const path = file === '' ? from : posix.normalize(posix.join(posix.dirname(from), file));
  if (!existsSync(join(root, path))) return false;
  if (heading === undefined || !pages.has(path)) return true;
  return headingsOf(pages.get(path)).includes(heading);
}

function headingsOf(page) {
  return [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchor(heading.replace(/\]\([^)]*\)/g, ']')));
}
