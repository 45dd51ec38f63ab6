import type { OptionsOf, OptionTable } from './option-table.ts';

/** How settings of another tool are taken over. */
export const MIGRATE_OPTIONS = {
  pack: {
    type: 'string[]',
    value: 'NAME',
    description:
      'With hadolint: pack that the configuration extends (default: those that it has, else peers/hadolint).',
  },
  remove: { type: 'boolean', description: 'With hadolint: removes every .hadolint.yaml that was taken over.' },
  force: {
    type: 'boolean',
    description: 'With nx-docker and nx-container: replaces what targets of ours say that are there already.',
  },
} as const satisfies OptionTable;

export type MigrateValues = OptionsOf<typeof MIGRATE_OPTIONS>;
