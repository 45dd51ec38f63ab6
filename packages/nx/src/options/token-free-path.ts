/**
 * A path as it can stand in the options of a target: Nx fills in `{projectName}`, `{projectRoot}` and `{workspaceRoot}` wherever they stand
 * there, and breaks the graph over the last. Every other path stays as it is.
 */
export function tokenFree(path: string): string {
  return path.replace(/%(?=7B|25)/g, '%25').replaceAll('{', '%7B');
}

/** The path that was meant. */
export function fromTokenFree(path: string): string {
  return path.replace(/%(7B|25)/g, (_, code) => (code === '7B' ? '{' : '%'));
}
