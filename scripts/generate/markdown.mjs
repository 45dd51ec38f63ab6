/** Pieces of Markdown, with text of any content made safe for where it stands. */

/** A table; rows of text. */
export function table(head, rows) {
  if (rows.length === 0) return '';
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |\n`).join('');
}

function cell(text) {
  return prose(text).replaceAll('|', '\\|');
}

/** One line of running text: `<` outside of code would be read as HTML. */
export function prose(text) {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('<', '&lt;')))
    .join('');
}

export function code(text) {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** A fenced block; the fence is longer than any within. */
export function fenced(language, text) {
  const inside = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(inside + 1);
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}\n`;
}

/** The anchor that GitHub gives a heading. */
export function anchor(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

/** Puts generated text between its marks in a page that is otherwise written by hand. */
export function between(page, mark, text) {
  const open = `<!-- generated: ${mark} -->`;
  const close = `<!-- /generated: ${mark} -->`;
  const [start, end] = [page.indexOf(open), page.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`the marks ${open} and ${close} are missing`);
  return `${page.slice(0, start + open.length)}\n\n${text.trim()}\n\n${page.slice(end)}`;
}
