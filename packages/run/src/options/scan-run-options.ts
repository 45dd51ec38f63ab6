import { SCANNER_NAMES } from '@dockwarden-internal/build/scan/scanner-names';
import { CONFIG_OPTION } from './config-option.ts';
import type { OptionsOf, OptionTable } from './option-table.ts';

/** How images are scanned, on the command line and as a task. */
export const SCAN_RUN_OPTIONS = {
  scanner: {
    type: 'string[]',
    choices: SCANNER_NAMES,
    value: 'NAME',
    description: 'trivy, docker-scout or hadolint (default: those that are installed).',
  },
  failOn: {
    type: 'string',
    choices: ['critical', 'high', 'medium', 'low'],
    description: 'Least severity that fails (default: critical).',
  },
  ignoreUnfixed: { type: 'boolean', description: 'Leaves out vulnerabilities for which no fixed version is known.' },
  format: {
    type: 'string[]',
    value: 'NAME[=FILE]',
    proposals: ['pretty', 'json', 'sarif'],
    description: 'pretty, json or sarif; with =FILE into a file.',
  },
  config: CONFIG_OPTION,
  timeout: {
    type: 'number',
    value: 'SECONDS',
    description: 'What one scan of one image may take (default: 600).',
  },
} as const satisfies OptionTable;

export type ScanRunOptions = OptionsOf<typeof SCAN_RUN_OPTIONS>;
