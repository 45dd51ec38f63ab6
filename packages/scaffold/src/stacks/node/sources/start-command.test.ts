import { isFault, readPackageJson } from '../project/package-json.ts';
import { sampleApp } from '../testing/sample-app.ts';
import { startCommand } from './start-command.ts';

function started(manifest: object, files: Readonly<Record<string, string>> = {}): string | undefined {
  const app = sampleApp({ 'package.json': manifest, ...files });
  const read = readPackageJson(app.fs, 'package.json');
  if (!read || isFault(read)) throw new Error('no manifest');
  return startCommand(app, read)?.start.args.join(' ');
}

test.each([
  ['node server.js', 'server.js'],
  ['NODE_ENV=production node --enable-source-maps ./dist/main', '--enable-source-maps dist/main.js'],
  ['cross-env PORT=80 node -r dotenv/config "dist/a b.js"', '-r dotenv/config dist/a b.js'],
  ['npm run migrate && node dist/main.js --verbose', 'dist/main.js --verbose'],
  ['nest start', 'dist/main.js'],
  ['node .', 'index.js'],
  ['node --watch src/x.js', undefined],
  ['node $(cat entry)', undefined],
  ['node "$ENTRY"', undefined],
  ['vite', undefined],
])('%s', (start, args) => {
  expect(started({ scripts: { start } })).toBe(args);
});

test('a server program of a package is run by its file', () => {
  const dependencies = { '@react-router/serve': '7' };
  expect(started({ scripts: { start: 'react-router-serve ./build/server/index.js' }, dependencies })).toBe(
    'node_modules/@react-router/serve/bin.cjs ./build/server/index.js',
  );
});

test('scripts for production come first, then main, then the usual files', () => {
  expect(started({ scripts: { start: 'nest start', 'start:prod': 'node dist/x' } })).toBe('dist/x.js');
  expect(started({ main: './lib/a.js' })).toBe('lib/a.js');
  expect(started({ main: '../a.js' })).toBeUndefined();
  expect(started({}, { 'src/server.mjs': '' })).toBe('src/server.mjs');
  expect(started({ scripts: { build: 'tsc' } }, { 'src/main.ts': '' })).toBe('dist/main.js');
});
