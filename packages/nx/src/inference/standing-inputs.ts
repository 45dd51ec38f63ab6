/**
 * Files that facts read wherever they lie, by folder. Kept as data: what a fact learns to read is added here, and the test of the
 * task inputs (`e2e`) changes each and expects a miss.
 */

/** In a build context or a project: what a workspace says of its packages and runtimes. */
export const MANIFESTS = [
  '{package.json,pnpm-workspace.yaml,.npmrc,.yarnrc.yml,turbo.json,next.config.*,pyproject.toml,requirements*.txt,Pipfile,go.{mod,work},pom.xml,{build,settings}.gradle*,Cargo.toml,Gemfile,composer.json,global.json}',
  '{*.lock,*.lockb,*-lock.{json,yaml},npm-shrinkwrap.json,go.sum,gradle.lockfile}',
  '.{nvmrc,node-version,python-version,tool-versions}',
] as const;

/** At the workspace root: what decides about findings. `nx.json`, `.gitignore` and `.nxignore` are in every task's key already. */
export const CONFIGURATION = [
  'dockwarden.yaml',
  'dockwarden.waivers.yaml',
  'dockwarden.baseline.json',
  'policies/**/*',
  '{CODEOWNERS,.github/CODEOWNERS,.gitlab/CODEOWNERS,docs/CODEOWNERS}',
] as const;

/** In a folder from which images are built. Source: Buildx, "Bake file reference", lookup order. */
export const BAKE_FILES = '{docker-bake,docker-bake.override}.{hcl,json}';

/** In a Dockerfile's folder and above it. Source: hadolint's README, "Configure". */
export const HADOLINT_FILES = '.hadolint.{yaml,yml}';

export const IGNORE_FILES = '{.dockerignore,.containerignore}';

/** Names whose mere presence in a build context is a finding, unless an ignore file hides them. */
export const TELLTALES =
  '**/{.env,.env.*,.npmrc,.pypirc,.netrc,.git-credentials,id_rsa,id_dsa,id_ecdsa,id_ed25519,*.pem,*.key,*.p12,*.pfx}';
