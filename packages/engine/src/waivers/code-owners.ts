/** Owners that a CODEOWNERS file names, as it writes them, by their lower case. */
export type CodeOwners = ReadonlyMap<string, string>;

/** Source: GitHub documentation, "About code owners"; GitLab documentation, "Code Owners syntax". */
export function codeOwners(text: string): CodeOwners {
  const words = text.split(/\r?\n/).flatMap(ownersOfLine);
  return new Map(words.map((word) => [word.toLowerCase(), word]));
}

/** What stands behind the pattern of a line, or behind the name of a section of GitLab's. */
function ownersOfLine(line: string): string[] {
  const section = /^\s*\^?\[[^\]]*\](?:\[\d+\])?/.exec(line);
  const words = (section ? line.slice(section[0].length) : line).replace(/(^|\s)#.*$/, '').match(/(?:\\.|\S)+/g) ?? [];
  return (section ? words : words.slice(1)).filter((word) => word.includes('@'));
}
