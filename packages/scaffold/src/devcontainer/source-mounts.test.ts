import { composeRequest } from '../compose/testing/compose-request.ts';
import { sourceMounts } from './source-mounts.ts';

const { app, service } = composeRequest();

test.each<[string, 'project' | 'workspace', string, string]>([
  ['apps/api/src', 'workspace', 'apps/api/src', '/work'],
  ['./apps/api/', 'workspace', 'apps/api', '/to'],
  ['.', 'project', 'apps/api', '/to'],
  ['src', 'project', 'apps/api/src', '/work'],
  ['.', 'workspace', '.', '/work'],
])('%s of the %s is %s, and %s is opened', (from, context, source, opened) => {
  const development = { ...service.development!, mounts: [{ from, to: '/to' }], workdir: '/work' };
  expect(sourceMounts(app, development, context)).toEqual({ mounts: [{ source, target: '/to' }], opened });
});
