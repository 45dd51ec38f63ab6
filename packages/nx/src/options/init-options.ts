import type { OptionsOf } from '@dockwarden-internal/run/options/option-table';
import type { NxOptionTable } from './option-table.ts';

/** Options of the generator `init`, which `nx add` runs; the first three are the convention of Nx's own plugins. */
export const INIT_OPTIONS = {
  keepExistingVersions: {
    type: 'boolean',
    description: 'Keeps the versions of packages that package.json names already.',
    default: false,
    hidden: true,
  },
  skipPackageJson: { type: 'boolean', description: 'Leaves package.json alone.', default: false, hidden: true },
  skipFormat: { type: 'boolean', description: 'Does not format the changed files.', default: false, hidden: true },
  targetName: { type: 'string', description: 'Name of the inferred target.', default: 'docker-lint' },
  rootProject: {
    type: 'boolean',
    description:
      'Writes a project.json at the root where Nx has no project there, so that files outside of every project are linted, too.',
    default: false,
  },
} as const satisfies NxOptionTable;

export type InitOptions = OptionsOf<typeof INIT_OPTIONS>;
