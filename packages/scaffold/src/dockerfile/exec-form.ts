/** A command in exec form: JSON, so that no word can break out of it. Source: Dockerfile reference, "Shell and exec form". */
export function execForm(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}
