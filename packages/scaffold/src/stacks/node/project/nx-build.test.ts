import { sampleApp } from '../testing/sample-app.ts';
import { nxBuild } from './nx-build.ts';

function build(target: object, files: Readonly<Record<string, string>> = {}) {
  const app = sampleApp(
    { 'apps/api/project.json': { targets: { build: target } }, 'apps/api/src/main.ts': '', ...files },
    [{ name: 'api', root: 'apps/api' }],
  );
  return nxBuild(app);
}

const esbuild = (options: object) => build({ executor: '@nx/esbuild:esbuild', options });

test.each([
  [{ format: ['cjs'] }, 'main.cjs'],
  [{ format: ['cjs'], esbuildOptions: { outExtension: { '.js': '.js' } } }, 'main.js'],
  [{ format: ['esm'] }, 'main.js'],
  [{ format: ['esm'], esbuildOptions: { outExtension: { '.js': '.mjs' } } }, 'main.mjs'],
  [{ main: 'apps/api/src/server.ts', format: ['cjs'] }, 'server.cjs'],
  [{ outputFileName: 'index.js', format: ['cjs'] }, 'index.cjs'],
])('esbuild with %j writes %s', (options, entry) => {
  expect(esbuild(options)?.entry).toBe(entry);
});

test('tsc keeps the folders that sources lie in', () => {
  const options = { main: 'apps/api/src/main.ts', outputPath: 'dist/apps/api' };
  expect(build({ executor: '@nx/js:tsc', options })).toMatchObject({ output: 'dist/apps/api', entry: 'src/main.js' });
});

test('what was built before says it best', () => {
  const there = { 'dist/apps/api/main.mjs': '' };
  expect(build({ executor: '@nx/esbuild:esbuild', options: { format: ['cjs'] } }, there)?.entry).toBe('main.mjs');
});

test.each([
  ["output: { path: join(__dirname, '../../dist/apps/shop') }", 'dist/apps/shop', 'root'],
  ["output: { path: join(__dirname, 'dist') }, generatePackageJson: true", 'apps/api/dist', 'pruned'],
])('webpack with %s', (text, output, packages) => {
  const app = sampleApp(
    {
      'apps/api/project.json': {},
      'apps/api/src/main.ts': '',
      'apps/api/webpack.config.js': `module.exports = { ${text} };\n`,
    },
    [{ name: 'api', root: 'apps/api' }],
  );
  expect(nxBuild(app)).toMatchObject({ output, packages, entry: 'main.js', why: 'apps/api/webpack.config.js' });
});

test.each(['../elsewhere', '/tmp/x', 'dist/../..'])('%s is out of the workspace', (outputPath) => {
  expect(esbuild({ outputPath })).toBeUndefined();
});

test('outputs of a target whose options say nothing', () => {
  expect(build({ executor: 'nx:run-commands', outputs: ['{projectRoot}/out'] })?.output).toBe('apps/api/out');
  expect(build({ outputs: ['{workspaceRoot}/dist/x/**'] })?.output).toBe('dist/x');
  expect(build({ outputs: ['{options.outputPath}'] })?.output).toBe('dist/apps/api');
});

test('what has a page is a front end, and what has no file to start with is of another language', () => {
  expect(build({}, { 'apps/api/index.html': '' })).toBeUndefined();
  const app = sampleApp({ 'apps/api/project.json': { targets: { build: { executor: 'nx:run-commands' } } } }, [
    { name: 'api', root: 'apps/api' },
  ]);
  expect(nxBuild(app)).toBeUndefined();
});

test('options of production go before the others', () => {
  const target = { options: { outputPath: 'dist/a' }, configurations: { production: { outputPath: 'dist/b' } } };
  expect(build(target)?.output).toBe('dist/b');
});

test('a file that cannot be read speaks for the usual', () => {
  const files = { 'apps/api/project.json': '{ "targets": [', 'apps/api/src/main.ts': '' };
  const app = sampleApp(files, [{ name: 'api', root: 'apps/api' }]);
  expect(nxBuild(app)).toMatchObject({ output: 'dist/apps/api', entry: 'main.js', packages: 'root' });
});
