import type { Span } from '@dockwarden-internal/syntax';

/** One package that a command installs. */
export interface PackageReading {
  /** Absent where a variable decides it, and for what has no name: a requirements file, the project itself. */
  readonly name?: string;
  /** As written: `1.2-3`, `^5`, `latest`, `$VERSION`; for pip with its operator unless that is `==`. Absent where none is written. */
  readonly version?: string;
  /** True where the version admits but one: `=1.2`, `==1.2`, `@5.4.0`; false for ranges, tags and patterns. Only with a version. */
  readonly exact?: boolean;
  /** The release or repository it is taken from: `bookworm` of `name/bookworm` or `-t bookworm`, `edge` of `name@edge`. */
  readonly release?: string;
  readonly source: 'registry' | 'file' | 'url' | 'vcs' | 'requirement' | 'project';
  /** As `InstallReading.manager`. */
  readonly manager: string;
  /** As written, without quotes. */
  readonly text: string;
  /** True where a variable or substitution is part of it; what is absent or holds `$…` is then unknown. */
  readonly unresolved?: true;
  /** True where it is run and not installed: `npx x`, `go run x@v1`. */
  readonly transient?: true;
  readonly span: Span;
}

/** What a manager's notation makes of one operand. */
export type Spec = Pick<PackageReading, 'name' | 'version' | 'exact' | 'release' | 'source'>;
