import { displayWidth } from './display-width.ts';

/**
 * Breaks text at spaces into lines of at most `width` columns. A word that is wider stands on a line of its own; one that begins with `::`
 * on none, where GitHub Actions would take the line for a command.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const size = displayWidth(word);
    if (line !== '' && used + 1 + size > width && !word.startsWith('::')) {
      lines.push(line);
      line = word;
      used = size;
    } else {
      line = line === '' ? word : `${line} ${word}`;
      used += size + (used === 0 ? 0 : 1);
    }
  }
  return line === '' ? lines : [...lines, line];
}
