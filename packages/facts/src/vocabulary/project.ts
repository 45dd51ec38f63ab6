import { kind, link, many, text, texts } from '../kernel/kind.ts';
import { composesOf, dockerfilesOf, foldersOf, neededBy } from '../project/projects.ts';

export const projectKind = kind('project', {
  doc: 'A project of the workspace.',
  source: 'https://docs.npmjs.com/cli/using-npm/workspaces',
  key: 'name',
  place: () => undefined,
  properties: {
    name: text('Unique within the workspace.', ({ model }) => model.name),
    root: text('Its folder, relative to the workspace root.', ({ model }) => model.root),
    tags: texts('Tags that the task runner or the configuration gives it.', ({ model }) => model.tags),
    manager: text('`npm`, `pnpm`, `yarn`, `bun`; absent where there is none.', ({ model }) => model.manager),
    managerVersion: text(
      'The manager’s version as `packageManager` pins it; absent where it does not.',
      ({ model }) => model.managerVersion,
    ),
    stack: text('`node`, `nextjs`, `go`, `python`, …; absent where it cannot be told.', ({ model }) => model.stack),
    manifests: texts('Files that declare its dependencies.', ({ model }) => model.manifests),
    lockfiles: texts('Lockfiles that its dependencies come from.', ({ model }) => model.lockfiles),
    folders: texts(
      'Folders right below its own, by name, as they are on disk; none where nothing can be read.',
      foldersOf,
    ),
    needs: many('project', 'The workspace projects that it needs, directly or not.', neededBy),
    dockerfiles: many('dockerfile', 'Dockerfiles in its folder.', dockerfilesOf),
    composes: many('compose', 'Compose models whose first file lies in its folder.', composesOf),
    workspace: link('workspace', 'The workspace.', ({ world }) => world),
  },
});
