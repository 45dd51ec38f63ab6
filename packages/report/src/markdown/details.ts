import { oneLine } from '../text/visible.ts';
import { longestRun } from './longest-run.ts';

const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as code within HTML, which the line of a folded part is. */
export function htmlCode(text: string): string {
  return `<code>${oneLine(text).replace(/[&<>"]/g, (character) => markup[character]!)}</code>`;
}

/** A part that folds; what it holds is Markdown. `summary` is HTML on one line. */
export function details(summary: string, body: string, open = false): string {
  return `<details${open ? ' open' : ''}>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/** A block of code that its text cannot leave: the fence is longer than any within (CommonMark §4.5). */
export function fenced(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text, '`') + 1));
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}
