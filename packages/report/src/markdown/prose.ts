import { oneLine } from '../text/visible.ts';
import { longestRun } from './longest-run.ts';

// Words that mean nothing to a service that renders Markdown, whatever stands beside them.
const plainWord = /^[("']{0,2}(?:\p{L}[\p{L}'-]{0,39}|\d{1,4}(?:\.\d{1,3})?)[)"',.;:!?]{0,3}$/u;
// What ends a sentence or a part of one, behind a word that is more than signs.
const punctuated = /^(.*[\p{L}\p{N}•])([,.;:!?])$/u;

/**
 * A sentence of which parts come from files, as Markdown on one line. What stands between backticks and whatever is no plain word is
 * set as code, where neither Markdown nor HTML nor names of people, issues, commits, labels and addresses are seen (CommonMark §6.1).
 */
export function prose(text: string): string {
  const parts = oneLine(text).split(/(`[^`]+`)/);
  const shown = parts.map((part, index) => (index % 2 === 1 ? codeSpan(part.slice(1, -1)) : words(part)));
  // Where two of code meet, their fences would be one.
  return shown.reduce(
    (before, part) => `${before}${before.endsWith('`') && part.startsWith('`') ? ' ' : ''}${part}`,
    '',
  );
}

/** Keeps the blanks around and between words. */
function words(text: string): string {
  const parts: string[] = [];
  let code: string[] = [];
  const close = () => {
    if (code.length === 0) return;
    const [, bare = code.join(' '), sign = ''] = punctuated.exec(code.join(' ')) ?? [];
    parts.push(codeSpan(bare) + sign);
    code = [];
  };
  for (const word of text.split(' ')) {
    if (word === '' || plainWord.test(word)) {
      close();
      parts.push(word);
    } else code.push(word);
  }
  close();
  return parts.join(' ');
}

/** Text as code on one line, whatever it holds. */
export function codeSpan(text: string): string {
  const shown = oneLine(text);
  if (shown === '') return '';
  const fence = '`'.repeat(longestRun(shown, '`') + 1);
  const room = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${room}${shown}${room}${fence}`;
}
