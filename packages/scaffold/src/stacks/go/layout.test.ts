import { appOf } from '../../testing/app-of.ts';
import { goLayout } from './layout.ts';

const layout = (files: Readonly<Record<string, string>>, root: string) => goLayout(appOf(files, { root }));

test('a module of its own', () => {
  expect(layout({ 'apps/api/go.mod': 'module x' }, 'apps/api')).toEqual({
    context: 'project',
    modules: ['apps/api'],
    work: false,
    sources: ['apps/api'],
    vendored: false,
  });
});

test('a module with a replacement beside it needs the workspace', () => {
  const files = { 'apps/api/go.mod': 'module x\nreplace y => ../../libs/y\n', 'libs/y/go.mod': 'module y' };
  expect(layout(files, 'apps/api')).toMatchObject({ context: 'workspace', sources: ['apps/api', 'libs/y'] });
});

test('of a go.work all modules are declared, and those that are imported from are copied', () => {
  const files = {
    'go.work': 'use (\r\n ./apps/api\r\n ./libs/a\r\n ./libs/b\r\n ./libs/c\r\n ./gone\r\n)\r\n',
    'apps/api/go.mod': 'module x/api',
    'apps/api/main.go': 'import "x/a/deep"',
    'libs/a/go.mod': 'module x/a\nrequire x/b v0.0.0\n',
    'libs/b/go.mod': 'module x/b',
    'libs/c/go.mod': 'module x/c',
  };
  expect(layout(files, 'apps/api')).toMatchObject({
    context: 'workspace',
    modules: ['apps/api', 'libs/a', 'libs/b', 'libs/c'],
    work: true,
    sources: ['apps/api', 'libs/a', 'libs/b'],
  });
});

test('of one module for the workspace the folders that are imported from are copied, of other apps no more than the app', () => {
  const files = {
    'go.mod': 'module x',
    'apps/api/main.go': 'import (\n"x/internal/log"\n"x/apps/auth/token"\n"x/nowhere"\n)',
    'apps/auth/token/t.go': '',
    'internal/log/log.go': 'import "x/pkg/clock"',
    'pkg/clock/c.go': '',
    'other/o.go': '',
  };
  expect(layout(files, 'apps/api')).toMatchObject({
    context: 'workspace',
    modules: ['.'],
    sources: ['apps/api', 'apps/auth', 'internal', 'pkg'],
  });
});

test('a go.work that does not use the project is none of its business', () => {
  const files = { 'go.work': 'use ./other', 'api/go.mod': 'module x', 'other/go.mod': 'module y' };
  expect(layout(files, 'api')).toMatchObject({ context: 'project', work: false });
});

test('without a go.mod there is nothing', () => {
  expect(layout({ 'api/main.go': '' }, 'api')).toBeUndefined();
});
