export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What is counted; `files` unless said. */
  readonly what?: string;
  /** Columns of the terminal. */
  readonly columns: number;
}

const longestBar = 30;
const shortestBar = 8;

/** One line for a terminal, without a line break, that says how far a run is; what does not fit is left out. Empty where there is nothing to do. */
export function progressLine({ done, total, what = 'files', columns }: Progress): string {
  if (!(total > 0)) return '';
  const reached = Math.min(Math.max(0, Math.floor(done) || 0), total);
  const counts = `${String(reached).padStart(String(total).length)}/${total} ${what}`;
  // A line as wide as the terminal wraps in some of them.
  const room = columns - 1;
  const bar = Math.min(longestBar, room - counts.length - 1);
  if (bar >= shortestBar) {
    const full = Math.floor((bar * reached) / total);
    return `${'━'.repeat(full)}${'─'.repeat(bar - full)} ${counts}`;
  }
  return counts.length <= room ? counts : '';
}
