import { nodeFileSystem } from '@dockwarden-internal/workspace';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { bakeContexts } from './bake-contexts.ts';

afterAll(removeTemporaryFolders);

const contexts = (files: Record<string, string>, folders: readonly string[]) => {
  const root = temporaryFolder(files);
  return bakeContexts(nodeFileSystem(root), root, folders);
};

test('are told by Dockerfile, of all folders that are asked', () => {
  const files = {
    'docker-bake.hcl': 'target "api" {\n context = "ctx"\n dockerfile = "../apps/api/Dockerfile"\n}\n',
    'apps/api/docker-bake.json': '{"target":{"api":{},"dev":{"context":".."}}}',
    'apps/web/docker-bake.json': '{"target":{"web":{}}}',
  };
  expect(contexts(files, ['.', 'apps', 'apps/api'])).toEqual({
    'apps/api/Dockerfile': ['apps/api', 'ctx'],
    'apps/Dockerfile': ['apps'],
  });
});

test('leave out what is remote, inline, broken or has no Bake file', () => {
  const remote = 'target "a" { context = "https://example.com/a.git" }\ntarget "b" { dockerfile-inline = "FROM a" }\n';
  expect(contexts({ 'docker-bake.hcl': remote, 'apps/docker-bake.hcl': 'target "a" {' }, ['.', 'apps', 'no'])).toEqual(
    {},
  );
});
