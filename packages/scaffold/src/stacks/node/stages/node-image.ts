import type { BaseKind, SetupOptions } from '../../../model/setup-options.ts';
import { DEBIAN } from '../../versions.ts';
import type { ManagerCommands } from '../manager/commands.ts';
import type { NodeProject } from '../project/layout.ts';
import type { NodeVersion } from '../project/node-version.ts';

/** All that the stages of an image are written from. */
export interface NodeImage {
  readonly project: NodeProject;
  readonly version: NodeVersion;
  readonly commands: ManagerCommands;
  readonly options: SetupOptions;
  readonly base: BaseKind;
  /** Folder of the lockfile within the build context, with its slash, where that is not the context's own. */
  readonly prefix?: string;
}

/** Runs the app's commands: Node's own program, or Bun's where Bun is the manager. */
export function runtimeProgram({ base, project }: NodeImage): string {
  if (project.manager.name === 'bun') return 'bun';
  return base === 'distroless' ? '/nodejs/bin/node' : 'node';
}

/** The user of the final image by number: the one of the official images that is called `node` or `bun`, distroless's `nonroot`. */
export function userOf({ base }: NodeImage): string {
  return base === 'distroless' ? '65532:65532' : '1000:1000';
}

/** The version above all stages. */
export function versionArgument({ project, version }: NodeImage): string {
  return project.manager.name === 'bun'
    ? `ARG BUN_VERSION=${project.manager.version}`
    : `ARG NODE_VERSION=${version.tag}`;
}

/** Image that installs and builds. What distroless runs is built on its Debian, so that native code finds its C library. */
export function buildImage({ base, project }: NodeImage): string {
  const alpine = base === 'alpine';
  if (project.manager.name === 'bun') return `oven/bun:\${BUN_VERSION}-${alpine ? 'alpine' : 'slim'}`;
  return `node:\${NODE_VERSION}-${alpine ? 'alpine' : `${DEBIAN.suite}-slim`}`;
}

/** Image that the app runs on. Distroless has a tag for each major alone. */
export function runtimeImage(image: NodeImage): string {
  if (image.base !== 'distroless') return buildImage(image);
  if (image.project.manager.name === 'bun') return 'oven/bun:${BUN_VERSION}-distroless';
  const { tag, major } = image.version;
  return `gcr.io/distroless/nodejs${tag === major ? '${NODE_VERSION}' : major}-debian${DEBIAN.number}:nonroot`;
}

/** Address of the repository, as a manifest says it. */
export function repositoryOf({ manifest, rootManifest }: NodeProject): string | undefined {
  return manifest.repository ?? rootManifest.repository;
}
