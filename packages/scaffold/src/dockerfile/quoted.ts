/**
 * A value in double quotes that stands for itself in ENV, ARG and LABEL: no quote ends it, no variable is expanded in it, and no control
 * character breaks the line. Source: Dockerfile reference, "Environment replacement".
 */
export function quoted(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is kept out
  return `"${value.replace(/[\u0000-\u001f\u007f]+/g, ' ').replace(/[\\"$]/g, '\\$&')}"`;
}
