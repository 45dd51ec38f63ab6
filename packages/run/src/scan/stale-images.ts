import { metadataPath, type RunProgram, readMetadata } from '@dockwarden-internal/build';
import type { BuildOptions } from '../build/build-options.ts';
import type { BuildScene } from '../build/open-build.ts';
import { planBuilds } from '../build/plan-builds.ts';

/** Says of which images the last build was made from other inputs than those that are here now: what is scanned is then not what a build would give. */
export async function staleImages(scene: BuildScene, run: RunProgram, options: BuildOptions): Promise<string[]> {
  const { planned } = await planBuilds(scene, run, { ...options, trustGenerated: true });
  return [...planned.values()].flatMap(({ image, plan }) => {
    const metadata = readMetadata(metadataPath(scene.workspace.fs.root, image.name));
    return metadata && metadata.content !== plan.content
      ? [
          `${image.name}: its inputs have changed since it was built; dockwarden build ${image.name} makes what they give now`,
        ]
      : [];
  });
}
