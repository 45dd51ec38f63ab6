const said = new Set<string>();

/** Says a sentence about the plugin on standard error, since Nx prints graphs on standard output; once, however often Nx asks. */
export function sayOnce(sentence: string, write = (text: string) => void process.stderr.write(text)): void {
  if (said.has(sentence)) return;
  said.add(sentence);
  write(`${sentence}\n`);
}
