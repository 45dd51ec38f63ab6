import type { ProjectModel } from '@dockwarden-internal/facts';
import { standingProject } from './standing-project.ts';

const project = (name: string, root: string) => ({ name, root }) as ProjectModel;
const many = { projects: [project('root', '.'), project('api', 'apps/api'), project('worker', 'apps/api/worker')] };

test.each([
  ['apps/api', 'api'],
  ['apps/api/src', 'api'],
  ['apps/api/worker/src', 'worker'],
])('in %s it is %s', (folder, name) => expect(standingProject(many, folder)).toMatchObject({ name }));

test.each(['.', 'apps', 'apps/apis'])('in %s it has to be named', (folder) =>
  expect(standingProject(many, folder)).toMatchObject({
    code: 'setup/no-project',
    hint: 'Name some of these: root, api, worker. Or take --all.',
    exit: 2,
  }),
);

test('the only one is meant anywhere', () =>
  expect(standingProject({ projects: [project('shop', '.')] }, 'src/app')).toMatchObject({ name: 'shop' }));

test('many are not all listed', () => {
  const projects = Array.from({ length: 12 }, (_, index) => project(`p${index}`, `p${index}`));
  expect(standingProject({ projects }, '.')).toMatchObject({ hint: expect.stringContaining(', and 4 more.') });
});

test('none at all', () =>
  expect(standingProject({ projects: [] }, '.')).toMatchObject({ hint: expect.stringContaining('has none') }));
