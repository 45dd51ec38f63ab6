import { dockerScout } from './docker-scout.ts';
import { hadolint } from './hadolint.ts';
import type { Scanner } from './scanner.ts';
import { SCANNER_NAMES, type ScannerName } from './scanner-names.ts';
import { trivy } from './trivy.ts';

const BY_NAME: Readonly<Record<ScannerName, Scanner>> = { trivy, 'docker-scout': dockerScout, hadolint };

export const SCANNERS: readonly Scanner[] = SCANNER_NAMES.map((name) => BY_NAME[name]);
