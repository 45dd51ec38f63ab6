import { describe, expect, test } from '@jest/globals';
import type { LintTaskOptions } from '../../options/lint-options.ts';
import { reportOf } from '../../testing/fake-linter.ts';
import { passes } from './verdict.ts';

const verdict = (counts: { error?: number; warning?: number; info?: number }, options: LintTaskOptions) => {
  const report = reportOf([]);
  return passes({ ...report, summary: { ...report.summary, ...counts } }, options);
};

describe('passes', () => {
  test.each<[boolean, Parameters<typeof verdict>[0], LintTaskOptions]>([
    [true, {}, {}],
    [false, { error: 1 }, {}],
    [true, { warning: 3, info: 9 }, {}],
    [false, { warning: 1 }, { failOn: 'warning' }],
    [true, { info: 1 }, { failOn: 'warning' }],
    [false, { info: 1 }, { failOn: 'info' }],
    [true, { warning: 2 }, { maxWarnings: 2 }],
    [false, { warning: 3 }, { maxWarnings: 2 }],
    [false, { warning: 1 }, { maxWarnings: 0 }],
  ])('%s for %o under %o', (passed, counts, options) => {
    expect(verdict(counts, options)).toBe(passed);
  });
});
