import type { ImageDigests } from '../docker/image-digests.ts';

const EXPORTED = /^(?:exporting (manifest list|manifest|config)|writing image) (sha256:[0-9a-f]{64})$/;

/** The digests that one exporter tells while it writes. Several manifests are those of several platforms: then only the index is one. */
export function exportedDigests(ids: Iterable<string>): ImageDigests {
  const found = { list: new Set<string>(), manifest: new Set<string>(), config: new Set<string>() };
  for (const id of ids) {
    const [matched, what, digest] = EXPORTED.exec(id) ?? [];
    if (matched === undefined) continue;
    const kind = what === 'manifest list' ? 'list' : what === 'manifest' ? 'manifest' : 'config';
    found[kind].add(digest!);
  }
  const only = (digests: Set<string>) => (digests.size === 1 ? [...digests][0] : undefined);
  const [index, manifest, config] = [only(found.list), only(found.manifest), only(found.config)];
  return { ...(index && { index }), ...(manifest && { manifest }), ...(config && { config }) };
}
