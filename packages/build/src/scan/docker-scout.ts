import { programVersion } from './program-version.ts';
import { readDockerScout } from './read-docker-scout.ts';
import type { Scanner } from './scanner.ts';

export const dockerScout: Scanner = {
  name: 'docker-scout',
  subject: 'image',
  install: 'Install the plugin Docker Scout (https://docs.docker.com/scout/install) and log in with "docker login".',
  program: 'docker',
  version: (run, signal) => programVersion(run, 'docker', ['scout', 'version'], /^version: v?(\S+)/m, signal),
  args: ({ reference, where }) => [
    'scout',
    'cves',
    '--format',
    'sarif',
    `${where === 'registry' ? 'registry' : 'local'}://${reference}`,
  ],
  // Versions before 1.14 print a hint behind the report.
  env: { DOCKER_CLI_HINTS: 'false', DOCKER_SCOUT_HINTS: 'false' },
  read: readDockerScout,
  hintFor: (errors) =>
    /log in with your docker id|not entitled|could not authenticate|unauthorized/i.test(errors)
      ? 'Docker Scout needs a Docker account: run "docker login".'
      : undefined,
};
