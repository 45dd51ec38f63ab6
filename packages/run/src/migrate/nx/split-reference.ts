/** `ghcr.io/acme/api:1.2` in repository and tag; a colon before the last slash belongs to a port. */
export function splitReference(reference: string): { readonly repository: string; readonly tag?: string } {
  const slash = reference.lastIndexOf('/');
  const outside = reference.slice(slash + 1).replace(/\{[^}]*\}/g, (token) => '_'.repeat(token.length));
  const colon = outside.indexOf(':');
  if (colon < 0) return { repository: reference };
  return { repository: reference.slice(0, slash + 1 + colon), tag: reference.slice(slash + 2 + colon) };
}
