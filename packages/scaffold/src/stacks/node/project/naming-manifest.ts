import type { NodeProject } from './layout.ts';
import { dependencyOn, type PackageJson } from './package-json.ts';

/** The package.json by which an app has a package: its own, else that of the root, where dependencies stand there. */
export function namingManifest(
  { manifest, rootManifest, layout }: Pick<NodeProject, 'manifest' | 'rootManifest' | 'layout'>,
  name: string,
): PackageJson | undefined {
  const asked = layout.kind === 'integrated' ? [manifest, rootManifest] : [manifest];
  return asked.find((one) => dependencyOn(one, name) !== undefined);
}
