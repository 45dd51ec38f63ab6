import { composeRequest } from '../compose/testing/compose-request.ts';
import { workspaceMount } from './workspace-mount.ts';

const { app, service } = composeRequest();
const mountOf = (pairs: readonly (readonly [string, string])[], context: 'project' | 'workspace' = 'workspace') => {
  const mounts = pairs.map(([from, to]) => ({ from, to }));
  const mount = workspaceMount(app, { ...service.development!, mounts }, context);
  return mount && [mount.source, mount.target];
};

test.each<[[string, string][], 'project' | 'workspace', string[] | undefined]>([
  [
    [
      ['apps/api/src', '/app/apps/api/src'],
      ['libs', '/app/libs'],
    ],
    'workspace',
    ['.', '/app'],
  ],
  [
    [
      ['apps/api/src', '/app/src'],
      ['apps/api/public', '/app/public'],
    ],
    'workspace',
    ['apps/api', '/app'],
  ],
  [[['src', '/app/src']], 'project', ['apps/api', '/app']],
  [[['.', '/app']], 'project', ['apps/api', '/app']],
  [[['.', '/app']], 'workspace', ['.', '/app']],
  [[], 'workspace', ['.', '/app']],
  [[['apps/api/src', '/app/source']], 'workspace', undefined],
  [
    [
      ['apps/api/src', '/app/src'],
      ['libs', '/libs'],
    ],
    'workspace',
    undefined,
  ],
  [[['src', '/src']], 'project', undefined],
])('%j of the %s', (pairs, context, expected) => {
  expect(mountOf(pairs, context)).toEqual(expected);
});
