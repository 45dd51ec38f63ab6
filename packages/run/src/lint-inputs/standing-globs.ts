/**
 * Globs of files that facts read wherever they lie, by folder. Kept as data: what a fact learns to read is added here, and the test of the
 * task inputs (`e2e`) changes each and expects a miss. At most one pair of braces in a glob: Nx 22 misreads more.
 */

/** In a build context or a project: what a workspace says of its packages and runtimes. */
const MANIFEST_NAMES = [
  'package.json,pnpm-workspace.yaml,lerna.json,.npmrc,.yarnrc.yml,turbo.json,nest-cli.json,next.config.*,vite.config.*,index.html',
  'pyproject.toml,requirements*.txt,requirements*.in,setup.py,setup.cfg,Pipfile,environment.yml,environment.yaml,manage.py',
  'go.mod,go.work,pom.xml,*.gradle,*.gradle.kts,libs.versions.toml,Cargo.toml,Gemfile,composer.json',
  '*.csproj,*.fsproj,*.vbproj,Directory.Packages.props,Directory.Build.props,global.json',
  '*.lock,*.lockb,*-lock.json,*-lock.yaml,npm-shrinkwrap.json,packages.lock.json,pylock*.toml,go.sum,go.work.sum,gradle.lockfile',
  '.nvmrc,.node-version,.python-version,.java-version,.go-version,.tool-versions,rust-toolchain,rust-toolchain.toml',
] as const;

/** The same by kinds, each a glob, for people to read. */
export const MANIFEST_KINDS: readonly string[] = MANIFEST_NAMES.map((names) => `{${names}}`);

/** As one glob: Nx compiles each glob anew for each project. */
export const MANIFESTS = `{${MANIFEST_NAMES.join(',')}}`;

/** Where owners of files are written. Source: GitHub documentation, "CODEOWNERS file location"; GitLab documentation, "Code Owners". */
export const CODE_OWNERS_FILES = ['CODEOWNERS', '.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'docs/CODEOWNERS'] as const;

/** By it alone a project of an integrated workspace of Nx, whose dependencies stand at the root, is told to be an app of NestJS. */
export const ENTRY_FILE = 'src/main.ts';

/** At the workspace root: what decides about findings. `nx.json` and `.nxignore` are in every task's key already. */
export const CONFIGURATION = [
  'dockwarden.yaml',
  'dockwarden.waivers.yaml',
  'dockwarden.baseline.json',
  'policies/**/*',
  `{${CODE_OWNERS_FILES.join(',')}}`,
] as const;

/** In a folder from which images are built, and above a Dockerfile. Source: Buildx, "Bake file reference", lookup order. */
export const BAKE_FILES = '{docker-bake.hcl,docker-bake.json,docker-bake.override.hcl,docker-bake.override.json}';

/** In a Dockerfile's folder and above it. Source: hadolint's README, "Configure". */
export const HADOLINT_FILES = '.hadolint.{yaml,yml}';

export const IGNORE_FILE_NAMES = ['.dockerignore', '.containerignore'] as const;

export const IGNORE_FILES = `{${IGNORE_FILE_NAMES.join(',')}}`;

/** Beside the Dockerfile that they are for. */
export const IGNORE_FILES_OF_ONE = '{*.dockerignore,*.containerignore}';

/** What git ignores is no file to lint, and not looked for in a context. Nx has only the root's in every task's key. */
export const GIT_IGNORE_FILES = '**/.gitignore';

/** Names whose mere presence in a build context is a finding, unless an ignore file hides them. */
export const TELLTALES =
  '**/{.env,.env.*,.npmrc,.pypirc,.netrc,.git-credentials,id_rsa,id_dsa,id_ecdsa,id_ed25519,*.pem,*.key,*.p12,*.pfx}';
