import type { ScannerName } from './scanner-names.ts';
import type { ScanSeverity } from './severity.ts';

/** What a finding is about: a package with a known hole, a secret in a file, a setting, or a line of a Dockerfile. */
export type ScanKind = 'vulnerability' | 'secret' | 'misconfiguration' | 'lint';

/** One thing that scanners found, in one shape for all of them. Every text comes from outside: bounded, but not yet fit for a terminal. */
export interface ScanFinding {
  /** Those that found it, in the order of the run. */
  readonly scanners: readonly ScannerName[];
  readonly kind: ScanKind;
  /** `CVE-2024-3094`, `DL3008`, `aws-access-key-id`. */
  readonly id: string;
  /** The highest, where scanners differ. */
  readonly severity: ScanSeverity;
  /** Name of the image; absent for a finding about a Dockerfile. */
  readonly image?: string;
  /** As its ecosystem writes it: `openssl`, `@babel/core`, `org.acme:tool`. */
  readonly package?: string;
  readonly installed?: string;
  /** Versions without the fault; absent where none is known. */
  readonly fixedIn?: string;
  readonly title: string;
  readonly url?: string;
  /** In the image; of a finding about a Dockerfile its path from the workspace's root. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
}
