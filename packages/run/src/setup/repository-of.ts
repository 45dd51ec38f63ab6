import { imageRepository } from '@dockwarden-internal/build/images/request-of';
import type { App } from '@dockwarden-internal/scaffold';
import type { SetupConfig } from './setup-config.ts';

/** The repository that a project's image is built under, by `build.repository`. */
export function repositoryOf({ project }: App, { build }: SetupConfig): string {
  return imageRepository({ name: project.name, project: project.name }, build?.repository);
}
