import type { Span } from '@dockwarden-internal/syntax';

/**
 * The workspace as its tool or its folders tell: plain data without links. Paths are relative to the workspace root with `/` between
 * segments; `.` is the root.
 */
export interface WorkspaceModel {
  /** Absolute path, for messages and for programs that are started; the paths below are relative to it. */
  readonly root: string;
  /** What knows the projects; `folder` where nothing does and the root is one project. */
  readonly tool: 'nx' | 'turborepo' | 'workspaces' | 'folder';
  /** `npm`, `pnpm`, `yarn`, `bun`; absent where there is none. */
  readonly manager?: string;
  /** Sorted by root. */
  readonly projects: readonly ProjectModel[];
}

export interface ProjectModel {
  /** Unique within the workspace. */
  readonly name: string;
  readonly root: string;
  readonly tags: readonly string[];
  readonly manager?: string;
  /** The manager's version as `packageManager` pins it, without hash: `10.34.9`. */
  readonly managerVersion?: string;
  /** `node`, `nextjs`, `go`, `python`, …; absent where it cannot be told. */
  readonly stack?: string;
  /** Files that declare its dependencies: `apps/api/package.json`. */
  readonly manifests: readonly string[];
  /** Lockfiles that its dependencies come from, also those at the root. */
  readonly lockfiles: readonly string[];
  /** Names of the workspace projects that it needs directly, sorted. */
  readonly dependencies: readonly string[];
  /** Names of all workspace projects that it needs, directly or not, sorted; without itself. */
  readonly closure: readonly string[];
  /** Of these, those that manifests alone lead to; absent where that is all of them. */
  readonly declaredClosure?: readonly string[];
  /** Versions of runtimes that its files ask for, and those of the root where the project has none of its own. */
  readonly engines?: readonly EngineClaim[];
}

/** A version of a runtime that a file asks for: `engines.node`, `.nvmrc`, `go 1.25` in go.mod. */
export interface EngineClaim {
  /** `node`, `npm`, `pnpm`, `yarn`, `bun`, `python`, `go`, `java`, `rust`, `dotnet`. */
  readonly runtime: string;
  /** As written, in the notation of that file: `>=20 <23`, `v22.3.0`, `lts/jod`. */
  readonly range: string;
  readonly file: string;
  /** Of the range in that file. */
  readonly span: Span;
}
