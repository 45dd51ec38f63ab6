import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const pages = ['README.md', 'CONTRIBUTING.md', 'policies/README.md', 'packages/cli/README.md', 'packages/nx/README.md'];

/** Every page of the documentation by its path from the root. */
export function readPages(root) {
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path.replaceAll('\\', '/')}`);
  return new Map([...pages, ...docs.sort()].map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** The fenced blocks of a page: what stands behind the fence, the text, and the line of the fence. */
export function blocksOf(page) {
  const blocks = [];
  let open;
  for (const [index, line] of page.split('\n').entries()) {
    const fence = /^(`{3,})(.*)$/.exec(line);
    if (!open && fence) open = { ticks: fence[1], info: fence[2].trim(), line: index + 1, lines: [] };
    else if (open && line === open.ticks) {
      blocks.push({ info: open.info, line: open.line, text: `${open.lines.join('\n')}\n` });
      open = undefined;
    } else if (open) open.lines.push(line);
  }
  return blocks;
}

/** A page without what stands in fenced blocks. */
export function proseOf(page) {
  return page.replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, '');
}
