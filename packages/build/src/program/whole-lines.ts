import { StringDecoder } from 'node:string_decoder';

/** A line without end is told in pieces of this many characters. */
const LONGEST = 1024 * 1024;

/** Cuts a stream of bytes into lines, without their ends; a character that is split between two chunks stays whole. */
export function wholeLines(tell: (line: string) => void) {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const take = (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    for (const line of lines) tell(line.endsWith('\r') ? line.slice(0, -1) : line);
    if (rest.length < LONGEST) return;
    tell(rest);
    rest = '';
  };
  return {
    add: (chunk: Buffer) => take(decoder.write(chunk)),
    end() {
      take(decoder.end());
      if (rest !== '') tell(rest);
      rest = '';
    },
  };
}
