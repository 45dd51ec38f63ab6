import { CACHES, LOGINS, PROVIDERS } from '@dockwarden-internal/scaffold/ci/ci-request';
import type { OptionsOf, OptionTable } from './option-table.ts';

/** What a workflow of a CI system is written with. */
export const CI_OPTIONS = {
  provider: {
    type: 'string',
    choices: PROVIDERS,
    description: 'github or gitlab (default: by .gitlab-ci.yml, .github, the host of origin, else github).',
  },
  branch: {
    type: 'string',
    value: 'NAME',
    description: 'Branch whose images are pushed (default: defaultBase of nx.json, else main).',
  },
  registry: {
    type: 'string',
    value: 'HOST',
    description: "Registry to log in to (default: that of build.repository, else the forge's own).",
  },
  login: {
    type: 'string',
    choices: LOGINS,
    description:
      "token (the job's own, for the forge's registry), oidc (AWS, Google Cloud, Azure) or secrets (a name and a password); what fits the registry unless said.",
  },
  cache: {
    type: 'string',
    choices: CACHES,
    description:
      "Where layers are kept between runs: gha (GitHub's cache, the default there), registry (the default on GitLab) or none.",
  },
  matrix: { type: 'boolean', description: 'A job for each image instead of one session for all of them.' },
  sbom: { type: 'boolean', description: 'Attaches a bill of materials to what is pushed.' },
  codeScanning: {
    type: 'boolean',
    default: true,
    description: "Does not upload findings to GitHub's code scanning, which private repositories have to buy.",
  },
} as const satisfies OptionTable;

export type CiValues = OptionsOf<typeof CI_OPTIONS>;
