/** One issue of a Code Quality report: what GitLab reads of Code Climate's format (GitLab documentation, "Code Quality report format"). */
export interface CodeQualityIssue {
  readonly description: string;
  readonly check_name: string;
  /** No two issues of a report have the same; GitLab tells by it what a merge request adds and mends. */
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: {
    /** From the repository's root, without `./`. */
    readonly path: string;
    readonly lines: { readonly begin: number };
  };
}
