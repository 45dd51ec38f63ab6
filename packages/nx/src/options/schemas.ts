import { DOCKER_FIX_OPTIONS } from './docker-fix-options.ts';
import { INIT_OPTIONS } from './init-options.ts';
import { LINT_OPTIONS } from './lint-options.ts';
import type { NxOptionTable } from './option-table.ts';

/** What becomes a schema.json of the published package. */
export interface SchemaSource {
  /** Of the generated file, without ending. */
  readonly file: string;
  readonly id: string;
  readonly kind: 'executor' | 'generator';
  readonly title: string;
  readonly description: string;
  readonly options: NxOptionTable;
  readonly examples?: readonly { readonly command: string; readonly description: string }[];
}

export const SCHEMAS: readonly SchemaSource[] = [
  {
    file: 'lint',
    id: 'DockwardenLint',
    kind: 'executor',
    title: 'Lint Dockerfiles and Compose files',
    description: 'Holds the Dockerfiles and Compose files of a project to the policies of the workspace.',
    options: LINT_OPTIONS,
  },
  {
    file: 'init',
    id: 'DockwardenInit',
    kind: 'generator',
    title: 'Set up @dockwarden/nx',
    description: 'Registers the plugin, so that docker-lint is inferred.',
    options: INIT_OPTIONS,
  },
  {
    file: 'docker-fix',
    id: 'DockwardenDockerFix',
    kind: 'generator',
    title: 'Fix Dockerfiles and Compose files',
    description: 'Applies the fixes that findings offer.',
    options: DOCKER_FIX_OPTIONS,
    examples: [
      { command: 'nx g docker-fix api --dry-run', description: 'Shows what would change in the project api' },
      {
        command: 'nx g docker-fix --unsafe',
        description: 'Fixes the whole workspace, also where a build may behave otherwise',
      },
    ],
  },
];
