import { kind, many, oneOf, text } from '../kernel/kind.ts';
import { projectsOf } from '../project/projects.ts';

export const workspaceKind = kind('workspace', {
  doc: 'The workspace with its projects, Dockerfiles and Compose models.',
  source: 'https://docs.npmjs.com/cli/using-npm/workspaces',
  place: () => undefined,
  properties: {
    tool: oneOf(
      ['nx', 'turborepo', 'workspaces', 'folder'],
      'What knows the projects; `folder` where nothing does and the root is one project.',
      ({ workspace }) => workspace.tool,
    ),
    manager: text('`npm`, `pnpm`, `yarn`, `bun`; absent where there is none.', ({ workspace }) => workspace.manager),
    projects: many('project', 'Its projects, sorted by root.', projectsOf),
    dockerfiles: many('dockerfile', 'Every Dockerfile of the run, sorted by path.', (world) => world.dockerfiles),
    composes: many('compose', 'Every Compose model of the run.', (world) => world.composes),
  },
});
