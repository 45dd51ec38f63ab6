/** `"dockwarden": "pack.yaml"` in a package's manifest. */
export function packFileOf(manifest: string): string {
  try {
    const { dockwarden } = JSON.parse(manifest.replace(/^\uFEFF/, '')) as { dockwarden?: unknown };
    return typeof dockwarden === 'string' ? dockwarden : 'pack.yaml';
  } catch {
    return 'pack.yaml';
  }
}
