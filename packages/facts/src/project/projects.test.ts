import type { ProjectModel } from '../kernel/workspace-model.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import {
  composesOf,
  dockerfilesOf,
  foldersOf,
  neededBy,
  projectAt,
  projectNamed,
  projectOf,
  projectsOf,
} from './projects.ts';

const model = (name: string, root: string, closure: readonly string[] = []): ProjectModel => ({
  name,
  root,
  tags: [],
  manifests: [],
  lockfiles: [],
  dependencies: closure,
  closure,
});

const options = {
  path: 'apps/api/docker/Dockerfile',
  others: { 'apps/api/Dockerfile.dev': 'FROM b\n', 'apps/api-docs/Dockerfile': 'FROM c\n', Dockerfile: 'FROM d\n' },
};
const inWorkspace = (projects: readonly ProjectModel[]) =>
  dockerfileOf('FROM a\n', { ...options, workspace: { projects } });

test('the project of a path is the one with the nearest root', () => {
  const { world } = inWorkspace([model('root', '.'), model('api', 'apps/api'), model('docker', 'apps/api/docker')]);
  const names = ['apps/api/docker/Dockerfile', 'apps/api/x', 'apps/api-docs/x', 'x'].map(
    (path) => projectAt(world, path)?.model.name,
  );
  expect(names).toEqual(['docker', 'api', 'root', 'root']);
  expect(projectAt(inWorkspace([model('api', 'apps/api')]).world, 'x')).toBeUndefined();
});

test('the folders of a project are those right below its own', () => {
  const files = { 'apps/api/public/a/b.txt': '', 'apps/api/c.txt': '', 'apps/apis/d/e.txt': '' };
  const { world } = dockerfileOf('FROM a\n', {
    files,
    workspace: { projects: [model('api', 'apps/api'), model('x', 'x')] },
  });
  expect(projectsOf(world).map(foldersOf)).toEqual([['public'], []]);
});

test('a Dockerfile and its project know each other', () => {
  const dockerfile = inWorkspace([model('api', 'apps/api')]);
  const project = projectOf(dockerfile)!;
  expect(project.model.name).toBe('api');
  expect(dockerfilesOf(project).map(({ source }) => source.path)).toEqual([
    'apps/api/Dockerfile.dev',
    'apps/api/docker/Dockerfile',
  ]);
  expect(composesOf(project)).toEqual([]);
  expect(projectOf(dockerfile.world.dockerfileAt('Dockerfile')!)).toBeUndefined();
});

test('what a project needs, as far as the workspace has it', () => {
  const { world } = inWorkspace([model('api', 'apps/api', ['ui', 'gone']), model('ui', 'libs/ui')]);
  expect(neededBy(projectNamed(world, 'api')!).map((each) => each.model.name)).toEqual(['ui']);
  expect(neededBy(projectNamed(world, 'ui')!)).toEqual([]);
  expect(projectNamed(world, 'gone')).toBeUndefined();
  expect(projectsOf(world)).toHaveLength(2);
});
