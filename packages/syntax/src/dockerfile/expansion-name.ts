/** One digit run, one special parameter, or a name of letters, digits and underscores; letters and digits are Unicode's. */
const NAME = /\p{Nd}+|[@*#?\-$!]|[\p{L}\p{Nd}_]+/uy;

/** The name of a variable at an offset; empty where there is none. Source: processName in moby/buildkit frontend/dockerfile/shell/lex.go. */
export function readName(text: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(text)?.[0] ?? '';
}
