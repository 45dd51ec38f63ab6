import type { OptionsOf } from '@dockwarden-internal/run/options/option-table';
import type { NxOptionTable } from './option-table.ts';

/** Options of the plugin in `nx.json`. */
export const PLUGIN_OPTIONS = {
  targetName: { type: 'string', description: 'Name of the inferred target.', default: 'docker-lint' },
  include: { type: 'string[]', description: 'Globs of the files to look at; without them, all that are found.' },
  exclude: { type: 'string[]', description: 'Globs of files to leave out.' },
  projectFiles: {
    type: 'string[]',
    description:
      'Further names of files that make a folder a project (pom.xml, go.mod), where another plugin infers projects from them.',
  },
} as const satisfies NxOptionTable;

export type PluginOptions = OptionsOf<typeof PLUGIN_OPTIONS>;
