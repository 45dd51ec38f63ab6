import { memoryFileSystem } from '@dockwarden-internal/facts/testing/memory-file-system';
import { composeFilesIn } from './compose-files.ts';

const files = (...names: string[]) => memoryFileSystem(Object.fromEntries(names.map((name) => [name, ''])));

test.each([
  [['apps/api/compose.yaml'], false, ['apps/api/compose.yaml']],
  [['apps/api/compose.yaml', 'apps/api/docker-compose.yml'], false, ['apps/api/compose.yaml']],
  [
    ['apps/api/compose.yaml', 'apps/api/compose.override.yaml', 'apps/api/compose.prod.yaml'],
    false,
    ['apps/api/compose.yaml', 'apps/api/compose.override.yaml'],
  ],
  [
    ['apps/api/compose.yaml', 'apps/api/compose.override.yaml', 'apps/api/compose.prod.yaml'],
    true,
    ['apps/api/compose.yaml', 'apps/api/compose.prod.yaml'],
  ],
  [
    ['apps/api/docker-compose.yml', 'apps/api/docker-compose.production.yml'],
    true,
    ['apps/api/docker-compose.yml', 'apps/api/docker-compose.production.yml'],
  ],
  [['apps/api/compose.yaml'], true, undefined],
  [['apps/api/compose.override.yaml'], false, undefined],
])('%j (production: %s)', (names, prod, expected) => {
  expect(composeFilesIn(files(...names), 'apps/api', prod)).toEqual(expected);
});
