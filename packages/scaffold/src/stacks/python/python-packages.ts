/** Where the packages of a Python app come from; folders and files are from the workspace's root. */
export interface PythonPackages {
  readonly manager: 'pip' | 'uv' | 'poetry';
  readonly context: 'project' | 'workspace';
  /** Name of the project in its pyproject.toml. */
  readonly name?: string;
  /** Files that the install reads, which change less often than sources. */
  readonly manifests: readonly string[];
  /** Further files that the install for development reads. */
  readonly developmentManifests: readonly string[];
  /** Folders of the workspace whose packages the app needs: they are built into the virtual environment. */
  readonly local: readonly string[];
  /** Requirements files of pip. */
  readonly requirements?: { readonly production: string; readonly development?: string };
  /** Names of all that is installed, with extras where they are written: `fastapi[standard]`. */
  readonly names: ReadonlySet<string>;
  /** Whether development installs more than production. */
  readonly hasDevelopment: boolean;
  readonly why: string;
}
