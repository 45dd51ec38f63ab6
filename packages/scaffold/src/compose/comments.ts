import type { ComposePaths } from './compose-files.ts';
import { SECRETS_FOLDER } from './places.ts';

const last = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** What a file is for and how it is run. */
export const HEADS: Readonly<Record<'base' | 'development' | 'production', (paths: ComposePaths) => string>> = {
  base: ({ development, production }) =>
    `What holds everywhere. Development adds ${last(development)}, production ${last(production)}.`,
  development: () => 'What development adds; merged unasked:\n  docker compose up --build',
  production: ({ base, production }) =>
    `What production adds; the image is built and pushed before, and what it may do stands in ${last(base)}:\n  TAG=1.2.3 docker compose -f ${last(base)} -f ${last(production)} up --wait`,
};

/** Why a service has a key; said where it comes up first. */
export const WHY: Readonly<Record<'base' | 'development' | 'production', Readonly<Record<string, string>>>> = {
  base: {
    secrets: `Files under ${SECRETS_FOLDER}/, which Git ignores; the app reads them at /run/secrets.`,
    user: "The image's own user: started as it, the server needs no capability.",
    read_only: 'Nothing is written but to what stands in tmpfs and volumes.',
  },
  development: {
    volumes: 'Sources of this machine; what the image installed stays in place.',
    stop_grace_period: 'As the first process of a container, few development servers heed SIGTERM.',
    read_only:
      'Compilers write beside the sources, and start what they wrote to /tmp, which a tmpfs does not let them.',
    develop: 'docker compose watch makes a new image when one of these changes.',
  },
  production: {
    build: 'Production runs what was tested; it builds nothing.',
    healthcheck: 'As the image says it, which is not there to be looked at.',
    logging: 'Bounded, so that logs do not fill the disk.',
  },
};
