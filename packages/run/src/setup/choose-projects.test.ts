import type { ProjectModel, WorkspaceModel } from '@dockwarden-internal/facts';
import { nodeFileSystem } from '@dockwarden-internal/workspace';
import { chooseProjects } from './choose-projects.ts';

const projects = [
  { name: '@acme/api', root: 'apps/api', tags: ['type:service'], dependencies: [] },
  { name: '@acme/web', root: 'apps/web', tags: [], dependencies: [] },
] as unknown as ProjectModel[];

/** Messages and hints of a choice by patterns. */
const said = (...patterns: string[]) =>
  chooseProjects(
    { fs: nodeFileSystem(__dirname), model: { projects } as unknown as WorkspaceModel },
    { named: [], patterns, all: false },
  ).diagnostics.map(({ message, hint, path }) => [message, hint, path]);

test.each([
  ['tag:type:servce', 'Did you mean tag:type:service?'],
  ['api', 'Did you mean @acme/api?'],
  ['app/api', 'Did you mean apps/api?'],
  ['billing-*', 'Patterns are tag:NAME, or a glob of names or folders: --projects "apps/*".'],
])('%s fits nothing', (pattern, hint) =>
  expect(said(pattern)).toEqual([[`No project fits "${pattern}".`, hint, undefined]]),
);

test('what fits is not said', () => expect(said('tag:type:*', 'apps/web', '@acme/*')).toEqual([]));
