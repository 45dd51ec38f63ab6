import { dockerScout } from './docker-scout.ts';
import { hadolint } from './hadolint.ts';
import type { ScannerName } from './scan-finding.ts';
import type { Scanner } from './scanner.ts';
import { trivy } from './trivy.ts';

/** Every scanner that is known, in the order in which they run and are named. */
export const SCANNERS: readonly Scanner[] = [trivy, dockerScout, hadolint];

export const SCANNER_NAMES: readonly ScannerName[] = SCANNERS.map(({ name }) => name);
