/** Lines kept of an output: its beginning, where many programs say what is wrong before they explain how they are called, and its end. */
const FIRST = 10;
const LAST = 40;

export interface Excerpt {
  readonly add: (line: string) => void;
  /** All of a short output; of a long one a line in the middle says how much is left out. */
  readonly lines: () => readonly string[];
}

/** Keeps the ends of an output, however long it gets. */
export function excerpt(): Excerpt {
  const first: string[] = [];
  const last: string[] = [];
  let leftOut = 0;
  return {
    add(line) {
      if (first.length < FIRST) {
        first.push(line);
        return;
      }
      last.push(line);
      if (last.length <= LAST) return;
      last.shift();
      leftOut++;
    },
    lines() {
      const middle = leftOut === 0 ? [] : [`… ${leftOut} ${leftOut === 1 ? 'line' : 'lines'} left out …`];
      return [...first, ...middle, ...last];
    },
  };
}
