/** What another tool calls so, with that tool's name, without which it is often written: `hadolint:DL3008` for `DL3008`. */
export function withTool(word: string, names: Iterable<string>): string | undefined {
  const tail = `:${word.toLowerCase()}`;
  return [...names].find((name) => name.toLowerCase().endsWith(tail));
}
