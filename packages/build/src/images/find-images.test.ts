import { sourceText, textAt } from '@dockwarden-internal/syntax';
import { imagesOf, workspaceOf } from '../testing/workspace-of.ts';
import { findImages } from './find-images.ts';
import type { ImagesQuery } from './images-query.ts';

const text = 'FROM alpine\nCOPY x /';
const named = (files: readonly string[], projects: Record<string, string> = { api: 'apps/api' }) =>
  imagesOf(workspaceOf(Object.fromEntries([...files.map((path) => [path, text]), ['x', '']]), projects)).map(
    ({ name, dockerfile }) => [name, dockerfile],
  );

test('each Dockerfile of a project is an image, variants by their names', () => {
  const files = [
    'Dockerfile',
    'Dockerfile.worker',
    'cron.Dockerfile',
    'docker/migrate/Dockerfile',
    'Containerfile.x',
  ].map((path) => `apps/api/${path}`);
  expect(named(files)).toEqual([
    ['api', 'apps/api/Dockerfile'],
    ['api-cron', 'apps/api/cron.Dockerfile'],
    ['api-migrate', 'apps/api/docker/migrate/Dockerfile'],
    ['api-worker', 'apps/api/Dockerfile.worker'],
    ['api-x', 'apps/api/Containerfile.x'],
  ]);
});

test.each([
  'Dockerfile.dev',
  'Dockerfile.development',
  'Dockerfile.test',
  'debug.Dockerfile',
  'Dockerfile.ci',
  '.devcontainer/Dockerfile',
  'Dockerfile.api-dev',
])('%s is linted and not built', (path) => expect(named([`apps/api/${path}`])).toEqual([]));

test('a production Dockerfile alone is the plain one, and so is one with the project’s name', () => {
  expect(named(['apps/api/Dockerfile.prod'])).toEqual([['api', 'apps/api/Dockerfile.prod']]);
  expect(named(['apps/api/Dockerfile', 'apps/api/Dockerfile.prod']).map(([name]) => name)).toEqual(['api', 'api-prod']);
  expect(named(['apps/api/api.Dockerfile'])).toEqual([['api', 'apps/api/api.Dockerfile']]);
  expect(named(['apps/api/Dockerfile'], { '@acme/api': 'apps/api' })[0]![0]).toBe('@acme/api');
});

test('two of one name: one takes its path into its name', () => {
  expect(named(['apps/api/Containerfile', 'apps/api/Dockerfile'])).toEqual([
    ['api', 'apps/api/Containerfile'],
    ['api-apps-api-dockerfile', 'apps/api/Dockerfile'],
  ]);
});

test('a Dockerfile of no project is none, and that is said', () => {
  const { images, notes } = findImages({
    world: workspaceOf({ 'tools/Dockerfile': text }, { api: 'apps/api' }),
    config: {},
  });
  expect(images).toEqual([]);
  expect(notes).toMatchObject([{ path: 'tools/Dockerfile' }]);
});

test('the first that speaks of a Dockerfile declares it', () => {
  const world = workspaceOf(
    {
      'apps/api/Dockerfile': text,
      x: '',
      'docker-bake.json': '{"target": {"bake": {"dockerfile": "apps/api/Dockerfile"}}}',
      'compose.yaml': 'services:\n  s:\n    build: { context: ., dockerfile: apps/api/Dockerfile }\n',
    },
    { api: 'apps/api' },
  );
  const by = (query: Partial<ImagesQuery>) => imagesOf(world, query).map(({ name, declaredBy }) => [name, declaredBy]);
  const projectOptions = new Map([['api', { platforms: ['linux/arm64'] }]]);
  const config = { images: { mine: { dockerfile: './apps/api/Dockerfile' } } };
  expect(by({ config, projectOptions })).toEqual([['mine', 'dockwarden.yaml']]);
  expect(by({ projectOptions })).toEqual([['api', 'options of api:docker-build']]);
  expect(by({})).toEqual([['bake', 'docker-bake.json: target bake']]);
});

test('what is not there is told where it is named, with what was meant', () => {
  const source = sourceText('dockwarden.yaml', 'dockerfile target context project');
  const placeOf: ImagesQuery['placeOf'] = (path) => {
    const start = source.text.indexOf(String(path.at(-1)));
    return { source, span: { start, end: start + String(path.at(-1)).length } };
  };
  const world = workspaceOf({ 'apps/api/Dockerfile': 'FROM a AS runtime', 'apps/api/x': '' }, { api: 'apps/api' });
  const images = {
    a: { dockerfile: 'apps/api/Dockerfil' },
    b: { dockerfile: 'apps/api/Dockerfile', target: 'runtim', context: 'apps/apu', project: 'apy' },
    c: { dockerfile: '../Dockerfile' },
  };
  const { diagnostics } = findImages({ world, config: { images }, placeOf });
  expect(diagnostics.map(({ code, hint, place }) => [code, hint, textAt(place!)])).toEqual([
    ['images/unknown-dockerfile', 'did you mean apps/api/Dockerfile?', 'dockerfile'],
    ['images/unknown-project', 'did you mean api?', 'project'],
    ['images/unknown-target', 'did you mean runtime?', 'target'],
    ['images/unknown-context', expect.any(String), 'context'],
    ['images/unknown-dockerfile', expect.any(String), 'dockerfile'],
  ]);
  const scoped = workspaceOf({ 'apps/api/Dockerfile': 'FROM a' }, { '@acme/api': 'apps/api' });
  const left = { a: { dockerfile: 'apps/api/Dockerfile', project: 'api' } };
  expect(findImages({ world: scoped, config: { images: left }, placeOf }).diagnostics).toMatchObject([
    { code: 'images/unknown-project', hint: 'did you mean @acme/api?' },
  ]);
  const options = findImages({ world, config: {}, projectOptions: new Map([['apj', {}]]) });
  expect(options.diagnostics).toMatchObject([{ code: 'images/unknown-project', hint: 'did you mean api?' }]);
});

test('a context that says target: of no image', () => {
  const world = workspaceOf({ 'apps/api/Dockerfile': 'FROM base' }, { api: 'apps/api' });
  const { diagnostics } = findImages({ world, config: { build: { contexts: { base: 'target:apj' } } } });
  expect(diagnostics).toMatchObject([{ code: 'images/unknown-target', hint: 'did you mean api?' }]);
});
