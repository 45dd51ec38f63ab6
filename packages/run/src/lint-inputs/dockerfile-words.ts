/** The lines of a Dockerfile as its instructions see them: what goes on in the next line is one. */
export function logicalLines(text: string): string[] {
  const mark = /^\s*#\s*escape\s*=\s*`/im.test(text.slice(0, 500)) ? '`' : '\\';
  const continuation = mark === '`' ? /`[ \t]*\r?\n/g : /\\[ \t]*\r?\n/g;
  return text
    .replace(/^[ \t]*#.*\r?\n/gm, '')
    .replace(continuation, ' ')
    .split(/\r?\n/);
}

/** Words without their quotes. */
export function splitWords(text: string): string[] {
  return (text.trim().match(/(?:"[^"]*"|'[^']*'|\S)+/g) ?? []).map((word) => word.replace(/["']/g, ''));
}
