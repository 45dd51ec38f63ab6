import { lintOptionsOf } from './lint-run-options.ts';

test('what was not asked for is left out', () => {
  expect(lintOptionsOf({ failOn: 'info', unsafe: true, cache: true })).toEqual({});
});

test('names of the run layer', () => {
  expect(lintOptionsOf({ config: 'ci.yaml', pack: ['strict'], fix: true, unsafe: true, cache: false })).toEqual({
    config: 'ci.yaml',
    packs: ['strict'],
    fix: true,
    unsafe: true,
    dryRun: false,
    noCache: true,
  });
});
