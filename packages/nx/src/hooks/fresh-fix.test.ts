import { afterEach, describe, expect, test } from '@jest/globals';
import { FRESH_FIX } from '../inference/task-inputs.ts';
import { sayFreshFix } from './fresh-fix.ts';

afterEach(() => {
  delete process.env[FRESH_FIX];
});

const run = (...options: string[]) => {
  sayFreshFix(['node', 'nx', 'run-many', '-t', 'docker-lint', ...options]);
  return process.env[FRESH_FIX];
};

describe('sayFreshFix', () => {
  test.each([['--fix'], ['--fix=true'], ['--parallel=2 --fix']])('%s makes a run of its own', (options) => {
    expect(run(...options.split(' '))).toBeTruthy();
  });

  test.each([
    ['--config=a.yaml'],
    ['--config a.yaml'],
    ['--pack=./a.yaml'],
    ['--pack @acme/rules'],
    ['--files=a/Dockerfile'],
  ])('%s names what is no input, and makes one, too', (options) => {
    expect(run(...options.split(' '))).toBeTruthy();
  });

  test('--files of nx affected names what has changed', () => {
    sayFreshFix(['node', 'nx', 'affected', '-t', 'docker-lint', '--files=a']);
    expect(process.env[FRESH_FIX]).toBeUndefined();
  });

  test.each([['--pack=strict'], ['--fail-on=warning'], ['--fix=false'], ['--no-fix'], ['--fixed'], ['fix']])(
    '%s does not',
    (option) => {
      expect(run(option)).toBeUndefined();
    },
  );
});
