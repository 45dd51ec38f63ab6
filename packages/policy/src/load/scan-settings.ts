/** What `scan:` of dockwarden.yaml says. */
export interface ScanSettings {
  /** Scanners to run; those that are installed unless said. */
  readonly scanners?: readonly ('trivy' | 'docker-scout' | 'hadolint')[];
  /** The least severity that fails a run. */
  readonly failOn?: 'critical' | 'high' | 'medium' | 'low';
  /** Leave out vulnerabilities for which no fixed version is known. */
  readonly ignoreUnfixed?: boolean;
  readonly ignore?: readonly IgnoredScanFinding[];
}

/** A finding that is known and borne for a while. */
export interface IgnoredScanFinding {
  /** As the scanners name it: `CVE-2024-3094`, `DL3008`. */
  readonly id: string;
  /** The last day on which it is ignored: `YYYY-MM-DD`. */
  readonly until: string;
  readonly reason: string;
}
