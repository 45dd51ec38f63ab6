/** Every scanner that is known, in the order in which they run and are named. */
export const SCANNER_NAMES = ['trivy', 'docker-scout', 'hadolint'] as const;

export type ScannerName = (typeof SCANNER_NAMES)[number];
