import type { LintOptions } from '../lint-options.ts';

/** What the commands about waivers and the baseline are asked for. */
export type GovernedRequest = Pick<LintOptions, 'cwd' | 'config' | 'searchPath'>;
