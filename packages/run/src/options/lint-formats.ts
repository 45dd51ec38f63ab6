/** The reports that a lint run can give; kept apart from what renders them, so that reading options loads none of it. */
export const LINT_FORMATS = ['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown', 'html'] as const;

export type LintFormat = (typeof LINT_FORMATS)[number];
