import { buildWorld } from '../root/build-world.ts';
import { isCurrent, manifestBlocksOf, missingLines, needlessLines, wantedLines } from './manifest-blocks.ts';

function blocksIn(text: string, more: Readonly<Record<string, string>> = {}) {
  const files: Record<string, string> = {
    'apps/api/Dockerfile': text,
    'apps/api/package.json': '{}',
    'libs/a/package.json': '{}',
    'libs/go/go.mod': 'module go\n',
    ...more,
  };
  const project = (name: string, root: string, closure: readonly string[]) => ({
    name,
    root,
    tags: [],
    manifests: [],
    lockfiles: [],
    dependencies: closure,
    closure,
  });
  const world = buildWorld({
    fs: { read: (path) => files[path], kind: (path) => (path in files ? 'file' : undefined), list: () => [] },
    workspace: {
      root: '/w',
      tool: 'workspaces',
      projects: [
        project('root', '.', []),
        project('api', 'apps/api', ['a', 'go']),
        project('a', 'libs/a', []),
        project('b c', 'libs/b c', []),
        project('go', 'libs/go', []),
      ],
    },
    settings: {},
    files: [{ path: 'apps/api/Dockerfile', kind: 'dockerfile' }],
  });
  return manifestBlocksOf(world.dockerfileAt('apps/api/Dockerfile')!);
}

test('the lines follow from what the project needs, without what has no package.json', () => {
  const [block] = blocksIn(
    'FROM node:22\n# <dockwarden:manifests>\nCOPY libs/old/package.json ./libs/old/\n# </dockwarden:manifests>\n',
  );
  expect(wantedLines(block!)).toBe('COPY apps/api/package.json ./apps/api/\nCOPY libs/a/package.json ./libs/a/\n');
  expect(missingLines(block!)).toEqual([
    'COPY apps/api/package.json ./apps/api/',
    'COPY libs/a/package.json ./libs/a/',
  ]);
  expect(needlessLines(block!)).toEqual(['COPY libs/old/package.json ./libs/old/']);
  expect(isCurrent(block!)).toBe(false);
});

test('all asks for every manifest, and a folder with a blank is written as JSON', () => {
  const text = 'FROM node:22\n# <dockwarden:manifests all>\n# </dockwarden:manifests>\n';
  const [block] = blocksIn(text, { 'libs/b c/package.json': '{}' });
  expect(wantedLines(block!)).toContain('COPY ["libs/b c/package.json","./libs/b c/"]\n');
  expect(block?.body.span).toEqual({ start: text.indexOf('# </'), end: text.indexOf('# </') });
});

test('line endings stay', () => {
  const [block] = blocksIn(
    'FROM node:22\r\n# <dockwarden:manifests>\r\nCOPY apps/api/package.json ./apps/api/\r\nCOPY libs/a/package.json ./libs/a/\r\n# </dockwarden:manifests>\r\n',
  );
  expect(isCurrent(block!)).toBe(true);
  expect(wantedLines(block!)).toMatch(/^COPY apps.*\r\nCOPY libs.*\r\n$/);
});

test('a mark without its other one marks nothing', () => {
  expect(blocksIn('FROM node:22\n# <dockwarden:manifests>\nCOPY a b\n')).toEqual([]);
  expect(blocksIn('FROM node:22\n# </dockwarden:manifests>\n')).toEqual([]);
  expect(blocksIn('FROM node:22\n# <dockwarden:manifests>')).toEqual([]);
});
