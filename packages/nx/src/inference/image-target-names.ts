import type { PluginOptions } from '../options/plugin-options.ts';

/** What the inferred targets about images are called, and the target that makes what git ignores and images copy. */
export interface ImageTargetNames {
  readonly build: string;
  readonly push: string;
  readonly extract: string;
  readonly scan: string;
  readonly make: string;
}

export function imageTargetNames(options: PluginOptions): ImageTargetNames {
  return {
    build: options.buildTargetName ?? 'docker-build',
    push: options.pushTargetName ?? 'docker-push',
    extract: options.extractTargetName ?? 'docker-extract',
    scan: options.scanTargetName ?? 'docker-scan',
    make: options.sourceTargetName ?? 'build',
  };
}
