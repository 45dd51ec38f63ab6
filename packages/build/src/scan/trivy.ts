import { programVersion } from './program-version.ts';
import { readTrivy } from './read-trivy.ts';
import type { Scanner } from './scanner.ts';

/** `--scanners misconfig` is of Trivy 0.48; before it was called `config`. */
const scanners = 'vuln,secret,misconfig';

export const trivy: Scanner = {
  name: 'trivy',
  subject: 'image',
  install: 'Install Trivy 0.48 or later (https://trivy.dev) and put it on the PATH.',
  program: 'trivy',
  version: (run, signal) => programVersion(run, 'trivy', ['--version'], /^Version: v?(\S+)/m, signal),
  // An image that is not where it was built is an error, not something else of that name from elsewhere.
  args: ({ reference, where }) => {
    const sources = where === 'registry' ? 'remote' : 'docker,containerd,podman';
    return ['image', '--quiet', '--format', 'json', '--scanners', scanners, '--image-src', sources, reference];
  },
  read: readTrivy,
  hintFor: (errors) => {
    if (/TOOMANYREQUESTS|failed to download vulnerability DB|DB error/i.test(errors))
      return 'Run "trivy image --download-db-only" where there is a network, and keep its cache.';
    return /cache may be in use by another process/i.test(errors)
      ? 'Wait for the other run of Trivy to end.'
      : undefined;
  },
};
