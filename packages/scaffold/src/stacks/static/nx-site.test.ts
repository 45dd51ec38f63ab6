import { sampleApp } from '../node/testing/sample-app.ts';
import { nxSite } from './nx-site.ts';

function site(target: object, files: Readonly<Record<string, string>> = {}) {
  const texts = { 'apps/web/project.json': { targets: { build: target } }, ...files };
  return nxSite(sampleApp(texts, [{ name: 'web', root: 'apps/web' }], 'nx'));
}

const PAGE = { 'apps/web/index.html': '' };

test.each([
  ['@angular/build:application', { outputPath: 'dist/apps/web' }, 'dist/apps/web/browser'],
  ['@nx/angular:application', { outputPath: { base: 'dist/web', browser: '' } }, 'dist/web'],
  ['@nx/angular:webpack-browser', {}, 'dist/apps/web'],
  ['@angular-devkit/build-angular:browser', { outputPath: 'dist/x' }, 'dist/x'],
])('Angular by %s with %j', (executor, options, output) => {
  expect(site({ executor, options })).toEqual({ package: '@angular/core', output, why: 'target build of web' });
});

test('Angular with a server of its own is not made of files alone', () => {
  expect(site({ executor: '@angular/build:application', options: { ssr: { entry: 'x' } } })).toBeUndefined();
});

test.each([
  ["build: { outDir: '../../dist/apps/web' }", 'dist/apps/web'],
  ["build: { outDir: './dist' }", 'apps/web/dist'],
  ['', 'apps/web/dist'],
])('Vite with %s', (text, output) => {
  expect(site({}, { ...PAGE, 'apps/web/vite.config.ts': `export default { ${text} };\n` })).toEqual({
    package: 'vite',
    output,
    why: 'apps/web/vite.config.ts',
  });
});

test('a page makes the difference: Vite bundles servers and libraries, too', () => {
  expect(site({}, { 'apps/web/vite.config.ts': '' })).toBeUndefined();
  expect(site({ executor: '@nx/vite:build', options: { outputPath: 'dist/apps/web' } }, PAGE)?.output).toBe(
    'dist/apps/web',
  );
  expect(site({}, PAGE)).toBeUndefined();
});

test('an output out of the workspace is none', () => {
  expect(site({}, { ...PAGE, 'apps/web/vite.config.ts': "outDir: '../../../x'" })).toBeUndefined();
});
