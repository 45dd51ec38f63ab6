import { joinPath } from '@dockwarden-internal/facts/kernel/path';
import type { FolderIndex } from './folder-index.ts';
import { upwards } from './paths.ts';

/** The files by which an ecosystem declares and locks what a project is built from. */
interface Ecosystem {
  readonly manifests: RegExp;
  readonly lockfiles: RegExp;
}

const ECOSYSTEMS: readonly Ecosystem[] = [
  {
    manifests: /^package\.json$/,
    lockfiles: /^(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lockb?)$/,
  },
  {
    manifests: /^(?:pyproject\.toml|requirements[\w.-]*\.(?:txt|in)|setup\.(?:py|cfg)|Pipfile|environment\.ya?ml)$/,
    lockfiles: /^(?:poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|pylock[\w.-]*\.toml)$/,
  },
  { manifests: /^go\.(?:mod|work)$/, lockfiles: /^go(?:\.work)?\.sum$/ },
  {
    manifests: /^(?:pom\.xml|(?:build|settings)\.gradle(?:\.kts)?|libs\.versions\.toml)$/,
    lockfiles: /^gradle\.lockfile$/,
  },
  { manifests: /^Cargo\.toml$/, lockfiles: /^Cargo\.lock$/ },
  { manifests: /\.(?:cs|fs|vb)proj$|^Directory\.(?:Packages|Build)\.props$/, lockfiles: /^packages\.lock\.json$/ },
  { manifests: /^composer\.json$/, lockfiles: /^composer\.lock$/ },
  { manifests: /^Gemfile$/, lockfiles: /^Gemfile\.lock$/ },
];

export interface DependencyFiles {
  readonly manifests: readonly string[];
  readonly lockfiles: readonly string[];
}

/**
 * The manifests in a project's folder (or, where it has none, those of the nearest folder above that has some) and, for each of their
 * ecosystems, the lockfiles of the nearest folder with one. Paths from the root, sorted.
 */
export function dependencyFiles(index: FolderIndex, folder: string): DependencyFiles {
  const own = upwards(folder).find((above) => manifestsIn(index, above).length > 0);
  if (own === undefined) return { manifests: [], lockfiles: [] };
  const manifests = manifestsIn(index, own);
  const kinds = ECOSYSTEMS.filter((ecosystem) => index.names(own).some((name) => ecosystem.manifests.test(name)));
  const lockfiles = kinds.flatMap(({ lockfiles: pattern }) => {
    const at = upwards(own).find((above) => index.names(above).some((name) => pattern.test(name)));
    return at === undefined
      ? []
      : index
          .names(at)
          .filter((name) => pattern.test(name))
          .map((name) => joinPath(at, name));
  });
  return { manifests, lockfiles: lockfiles.sort() };
}

function manifestsIn(index: FolderIndex, folder: string): string[] {
  return index
    .names(folder)
    .filter((name) => ECOSYSTEMS.some(({ manifests }) => manifests.test(name)))
    .map((name) => joinPath(folder, name))
    .sort();
}
