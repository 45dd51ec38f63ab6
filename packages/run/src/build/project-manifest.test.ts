import type { Workspace } from '@dockwarden-internal/workspace';
import { makerOf } from './maker-of.ts';
import { projectManifest } from './project-manifest.ts';

function workspaceWith(manifest: string | undefined): Workspace {
  const projects = [{ name: 'app', root: 'app', manifests: ['app/package.json'] }];
  return { model: { projects, tool: 'npm', manager: 'npm' }, fs: { read: () => manifest } } as unknown as Workspace;
}

const MANIFEST = '{"name":"app","version":"1.2.3","license":"","author":{"name":"Acme"},"scripts":{"build":"tsc"}}';

test.each([
  ['as it is', MANIFEST],
  ['behind a byte order mark', `\uFEFF${MANIFEST}`],
])('what a manifest says, %s', (_, text) => {
  expect(projectManifest(workspaceWith(text), 'app')).toEqual({ name: 'app', version: '1.2.3', author: 'Acme' });
  expect(makerOf(workspaceWith(text), 'app')).toBe('npm run build --workspace=app');
});

test.each([undefined, '', 'null', '[]', '{"name":1,"scripts":null,"author":["a"]}'])(
  'nothing is known of %j',
  (text) => {
    expect(projectManifest(workspaceWith(text), 'app')).toEqual({});
    expect(makerOf(workspaceWith(text), 'app')).toBeUndefined();
  },
);
