/**
 * What ADD fetches instead of reading it from the context. Also tells of a text with variables whose start is plain.
 * Source: Dockerfile reference, ADD "Adding files from a URL" and "from a Git repository"; BuildKit's gitutil.ParseGitRef.
 */
export function remoteKind(text: string): 'url' | 'git' | undefined {
  if (/^(?:git|ssh):\/\//.test(text) || /^[\w.-]+@[\w.-]+:/.test(text) || text.startsWith('github.com/')) return 'git';
  if (!/^https?:\/\//i.test(text)) return undefined;
  return /\.git(?:[#?]|$)/.test(text) ? 'git' : 'url';
}
