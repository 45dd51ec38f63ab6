import type { OptionsOf, OptionTable } from './option-table.ts';

/** What a workflow of a CI system is written with. */
export const CI_OPTIONS = {
  branch: {
    type: 'string',
    value: 'NAME',
    description: 'Branch whose images are pushed (default: defaultBase of nx.json, else main).',
  },
  registry: {
    type: 'string',
    value: 'HOST',
    description: 'Registry to log in to (default: that of build.repository, else ghcr.io).',
  },
} as const satisfies OptionTable;

export type CiValues = OptionsOf<typeof CI_OPTIONS>;
