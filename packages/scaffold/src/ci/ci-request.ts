import type { WorkspaceModel } from '@dockwarden-internal/facts';

export const PROVIDERS = ['github', 'gitlab'] as const;
export const LOGINS = ['token', 'oidc', 'secrets'] as const;
export const CACHES = ['gha', 'registry', 'none'] as const;

export type Provider = (typeof PROVIDERS)[number];
export type Login = (typeof LOGINS)[number];
export type Cache = (typeof CACHES)[number];

/** What a workflow is written for. */
export interface CiRequest {
  readonly workspace: Pick<WorkspaceModel, 'tool' | 'manager'>;
  /** What the targets of Nx are called. */
  readonly targets: { readonly build: string; readonly push: string };
  /** The package manager's version, where the workspace pins it. */
  readonly managerVersion?: string;
  readonly node: NodeClaim;
  /** Of dockwarden. */
  readonly version: string;
  /** Branch whose images are pushed. */
  readonly branch: string;
  /** Registry to log in to: `ghcr.io`; absent for that of the forge itself. */
  readonly registry?: string;
  /** How; what fits the registry unless said. */
  readonly login?: Login;
  /** Where layers are kept between runs; what fits the forge unless said. */
  readonly cache?: Cache;
  /** Repository of the images with `{image}`, where the configuration names it: what a cache in a registry is kept beside. */
  readonly repository?: string;
  /** A job for each image instead of one for all. */
  readonly matrix: boolean;
  /** Attaches a bill of materials to what is pushed. */
  readonly sbom: boolean;
  /** Uploads findings to GitHub's code scanning. */
  readonly codeScanning: boolean;
}

/** Which Node the workspace asks for. */
export interface NodeClaim {
  /** A file that `actions/setup-node` reads: `.nvmrc`, `package.json`. */
  readonly file?: string;
  /** As a tag of the official image has it: `24`. */
  readonly version: string;
}
