import type { Serving } from '../../detect/serving.ts';

/** Where a Rust app's crates lie; folders are from the workspace's root. */
export interface RustLayout {
  readonly context: 'project' | 'workspace';
  /** Name of the app's package. */
  readonly name: string;
  /** Whether its lockfile is that of a workspace above it. */
  readonly member: boolean;
  /** Files above the crates that cargo reads: manifest, lockfile, configuration. */
  readonly files: readonly string[];
  /** Folders of crates that cargo wants to see; the app's own alone where it stands alone. */
  readonly crates: readonly string[];
  readonly lockfile: string;
}

/** What is known of a Rust app. */
export interface RustApp {
  readonly layout: RustLayout;
  readonly version: string;
  readonly binary: string;
  readonly tested: boolean;
  /** The signal that its sources wait for; absent where none does, so that something else has to end it. */
  readonly stops?: 'SIGTERM' | 'SIGINT';
  /** Whether it is linked with OpenSSL of the system. */
  readonly openssl: boolean;
  /** Whether it reads Rocket's own variables of address and port. */
  readonly rocket: boolean;
  /** Whether its manifest already says what is stripped. */
  readonly strips: boolean;
  readonly serving: Serving;
  readonly notes: readonly string[];
}
