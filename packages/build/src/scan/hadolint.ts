import { programVersion } from './program-version.ts';
import { readHadolint } from './read-hadolint.ts';
import type { Scanner } from './scanner.ts';

export const hadolint: Scanner = {
  name: 'hadolint',
  subject: 'dockerfile',
  install: 'Install hadolint 2.6 or later (https://github.com/hadolint/hadolint) and put it on the PATH.',
  program: 'hadolint',
  version: (run, signal) =>
    programVersion(run, 'hadolint', ['--version'], /^Haskell Dockerfile Linter v?(\S+)/m, signal),
  // A path that begins with a dash would be read as an option.
  args: ({ reference }) => ['--format', 'json', '--no-fail', `./${reference}`],
  read: readHadolint,
  hintFor: () => undefined,
};
