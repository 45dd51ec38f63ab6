import { isFault, readPackageJson } from '../project/package-json.ts';
import { sampleApp } from '../testing/sample-app.ts';
import { watchCommand } from './live-reload.ts';

function watched(manifest: object, entry: string, files: Readonly<Record<string, string>> = {}) {
  const app = sampleApp({ 'package.json': manifest, ...files });
  const read = readPackageJson(app.fs, 'package.json');
  if (!read || isFault(read)) throw new Error('no manifest');
  return watchCommand(app, read, 'none', entry)?.command.join(' ');
}

const TYPED = { 'src/main.ts': '' };
const INSPECT = '--inspect=0.0.0.0:9229';

test('what runs TypeScript, Node itself, then a script of the app', () => {
  const tsx = { devDependencies: { tsx: '4' }, scripts: { dev: 'x' } };
  expect(watched(tsx, 'dist/main.js', TYPED)).toBe(`npx tsx watch ${INSPECT} src/main.ts`);
  expect(watched({ scripts: { dev: 'x' } }, 'server.js', { 'server.js': '' })).toBe(
    `node --watch ${INSPECT} server.js`,
  );
  expect(watched({ scripts: { build: 'tsc', dev: 'x' } }, 'dist/main.js', TYPED)).toBe('npm run dev');
});

test('the compiler watches beside Node where nothing else does', () => {
  expect(watched({ scripts: { build: 'tsc -p tsconfig.json' } }, 'dist/main.js', TYPED)).toBe(
    `sh -c npx tsc -p tsconfig.json && { npx tsc -p tsconfig.json --watch --preserveWatchOutput & exec node --watch ${INSPECT} dist/main.js; }`,
  );
});

test.each(['tsc && cp a dist', 'tsc; id', 'tsup src/main.ts', 'tsc $(id)'])('%s cannot be told to watch', (build) => {
  expect(watched({ scripts: { build } }, 'dist/main.js', TYPED)).toBeUndefined();
});
