import type { OptionsOf } from '@dockwarden-internal/run/options/option-table';
import type { NxOptionTable } from './option-table.ts';

/** Options of the plugin in `nx.json`. */
export const PLUGIN_OPTIONS = {
  targetName: { type: 'string', description: 'Name of the target that lints.', default: 'docker-lint' },
  buildTargetName: { type: 'string', description: 'Name of the target that builds images.', default: 'docker-build' },
  pushTargetName: { type: 'string', description: 'Name of the target that pushes images.', default: 'docker-push' },
  extractTargetName: {
    type: 'string',
    description: 'Name of the target that builds files.',
    default: 'docker-extract',
  },
  scanTargetName: { type: 'string', description: 'Name of the target that scans images.', default: 'docker-scan' },
  sourceTargetName: {
    type: 'string',
    description: 'Name of the target of projects that makes what git ignores and an image copies (dist/…).',
    default: 'build',
  },
  images: { type: 'boolean', description: 'Infers no targets about images.', default: true },
  dayToDay: {
    type: 'boolean',
    description: 'Infers no targets for day-to-day work (docker-run, compose-up, …).',
    default: true,
  },
  include: { type: 'string[]', description: 'Globs of the files to look at; without them, all that are found.' },
  exclude: { type: 'string[]', description: 'Globs of files to leave out.' },
  projectFiles: {
    type: 'string[]',
    description:
      'Further names of files that make a folder a project (pom.xml, go.mod), where another plugin infers projects from them.',
  },
} as const satisfies NxOptionTable;

export type PluginOptions = OptionsOf<typeof PLUGIN_OPTIONS>;
