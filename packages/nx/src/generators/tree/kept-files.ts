/** Why nothing is written where files that are there say something else. A dry run of Nx names files, and shows no difference. */
export function keptFiles(paths: readonly string[], other?: string): string {
  const remedies = [...(other === undefined ? [] : [other]), '--force replaces it'];
  return `${paths.join(', ')}: what is there says something else, and nothing is written. ${remedies.join('; ')}. The difference is then that of the version control (git diff).`;
}
