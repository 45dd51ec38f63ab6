import { LINT_RUN_OPTIONS } from '@dockwarden-internal/run/options/lint-run-options';
import { flagsOf, valuesOf } from './flags-of.ts';

test('names have dashes, what is true by default is negated, and defaults are said', () => {
  const flags = flagsOf(LINT_RUN_OPTIONS);
  expect(Object.keys(flags)).toEqual(expect.arrayContaining(['dry-run', 'no-cache', 'no-waivers', 'no-baseline']));
  expect(flags['fail-on']?.description).toBe('Least severity that fails (default: error).');
  expect(flags['no-cache']).toEqual({ type: 'boolean', description: 'Looks at every file anew.' });
});

test('values come back by the names of the table', () => {
  const given = { 'dry-run': true, 'no-cache': true, pack: ['strict'], verbose: true };
  expect(valuesOf(LINT_RUN_OPTIONS, given)).toEqual({ dryRun: true, cache: false, pack: ['strict'] });
});
