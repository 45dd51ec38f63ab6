/** How a keyword is written. What has no letters counts as upper case. */
export function casingOf(text: string): 'upper' | 'lower' | 'mixed' {
  if (text === text.toUpperCase()) return 'upper';
  return text === text.toLowerCase() ? 'lower' : 'mixed';
}
