/** The words of a variable's name in lower case, split at underscores, dots, hyphens and changes of case: `npmAuth_TOKEN` is npm, auth, token. */
export function nameWords(name: string): readonly string[] {
  return name
    .slice(0, 500)
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter((word) => word !== '');
}
