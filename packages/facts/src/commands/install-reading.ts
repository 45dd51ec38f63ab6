/** Where packages come from and what kind they are of. */
export type Ecosystem =
  | 'apt'
  | 'apk'
  | 'rpm'
  | 'arch'
  | 'pip'
  | 'conda'
  | 'npm'
  | 'gem'
  | 'go'
  | 'cargo'
  | 'composer'
  | 'maven'
  | 'gradle'
  | 'nuget';

/** A command that installs, and how it does. A property is absent where the manager has no such thing or where the command does not settle it. */
export interface InstallReading {
  readonly ecosystem: Ecosystem;
  /** The family of programs: `apt` for apt-get, apt and aptitude, `dnf` for microdnf too; otherwise the program. */
  readonly manager: string;
  /** `project`: what the project's manifests say; `packages`: what is named; `global`: tools for the whole image or user. */
  readonly scope: 'project' | 'packages' | 'global';
  /** Names of the lock files of which it reads one. Empty where there is no such file. */
  readonly lockfiles: readonly string[];
  /** Requirement or environment files that it names. */
  readonly manifests: readonly string[];
  /** True where it fails instead of departing from the lock file: `npm ci`, `--frozen-lockfile`, `--require-hashes`. */
  readonly frozen?: boolean;
  /** False where development dependencies are left out: `--omit=dev`, `--prod`, `--without dev`. */
  readonly dev?: boolean;
  /** True where it asks no questions. */
  readonly assumeYes?: boolean;
  /** False where only what is named and needed comes along: `--no-install-recommends`, `install_weak_deps=False`. */
  readonly recommends?: boolean;
  /** True where its options leave no cache behind: `apk --no-cache`, `pip --no-cache-dir`. */
  readonly noCache?: boolean;
  /** False where signatures are not checked: `--allow-unauthenticated`, `--nogpgcheck`, `--allow-untrusted`. */
  readonly verified?: boolean;
  /** The group of `apk add --virtual NAME`. */
  readonly virtual?: string;
  /** True where it downloads nothing: `npm ci --offline`, `pip install --no-index`. */
  readonly offline?: boolean;
  /** False where only what the project needs is installed, and not the project itself: `uv sync --no-install-project`, `pip install -r`. */
  readonly project?: boolean;
  /** False where nothing is installed that the project or a package needs: `pip install --no-deps .`, `poetry install --only-root`. */
  readonly dependencies?: boolean;
  /** True where it compiles the project's sources as well, so that it cannot come before them: `cargo build`. */
  readonly builds?: boolean;
}
