/** Characters that only a shell understands: a script with one of them is no plain command. */
const SHELL = /[|&;<>()$`*?[\]{}~!#\n\r]/;

/**
 * The words of a plain command, quotes removed; undefined where a shell would have to read it. Assignments in front stand apart:
 * `NODE_ENV=production node dist` is what many scripts are.
 */
export function plainWords(script: string): { words: string[]; environment: Record<string, string> } | undefined {
  if (script.length > 2000) return undefined;
  const words: string[] = [];
  const environment: Record<string, string> = {};
  const word = /\s*(?:"([^"\\]*)"|'([^']*)'|([^\s"'\\]+))(?=\s|$)/y;
  const text = script.trim();
  for (let at = 0; at < text.length; at = word.lastIndex) {
    word.lastIndex = at;
    const found = word.exec(text);
    if (!found) return undefined;
    if (found[3] !== undefined && SHELL.test(found[3])) return undefined;
    if (found[1]?.includes('$') || found[1]?.includes('`')) return undefined;
    const value = found[1] ?? found[2] ?? found[3]!;
    const assignment = words.length === 0 && found[3] !== undefined ? /^([A-Z_a-z]\w*)=(.*)$/.exec(value) : null;
    if (assignment) environment[assignment[1]!] = assignment[2]!;
    else if (words.length === 0 && /^cross-env$/.test(value)) continue;
    else words.push(value);
  }
  return words.length > 0 ? { words, environment } : undefined;
}
