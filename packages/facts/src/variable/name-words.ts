const known = new Map<string, readonly string[]>();
const mostKnown = 2000;

/** The words of a variable's name in lower case, split at underscores, dots, hyphens and changes of case: `npmAuth_TOKEN` is npm, auth, token. */
export function nameWords(name: string): readonly string[] {
  const words = known.get(name) ?? split(name.slice(0, 500));
  // Few names are written everywhere; a long one is none.
  if (name.length <= 100 && known.size < mostKnown) known.set(name, words);
  return words;
}

function split(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter((word) => word !== '');
}
