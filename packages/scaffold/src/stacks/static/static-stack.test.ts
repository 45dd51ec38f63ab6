import { isFault } from '../node/project/package-json.ts';
import { OPTIONS, sampleApp } from '../node/testing/sample-app.ts';
import { nginxConf } from './nginx-conf.ts';
import { staticStack } from './static-stack.ts';

const VITE = {
  'package.json': { name: 'web', scripts: { build: 'vite build' }, devDependencies: { vite: '^8.0.0' } },
  'package-lock.json': '{}',
};

function planned(files: Readonly<Record<string, string | object>>, options = OPTIONS) {
  const app = sampleApp(files, [{ name: 'web', root: '.' }]);
  const seen = staticStack.detect(app, false);
  if (!seen || !('details' in seen)) return undefined;
  return staticStack.plan(app, seen.details, options);
}

function plan(files: Readonly<Record<string, string | object>>, options = OPTIONS) {
  const made = planned(files, options);
  if (!made || isFault(made)) throw new Error(JSON.stringify(made));
  return made;
}

test('nginx serves what Vite built, as its own user on a port that it may open', () => {
  const { dockerfile, files, service } = plan(VITE);
  const runtime = dockerfile.slice(dockerfile.lastIndexOf('FROM '));
  expect(runtime).toMatch(/^FROM nginx:\$\{NGINX_VERSION\}-alpine AS runtime\n/);
  expect(runtime).toContain('COPY --from=build /app/dist /usr/share/nginx/html\nUSER 101:101\nEXPOSE 8080\n');
  expect(files.map(({ path }) => path)).toEqual(['nginx.conf']);
  expect(service).toMatchObject({ port: 8080, healthPath: '/health', user: '101:101', writable: ['/tmp'] });
});

test('the slim image has no curl', () => {
  expect(plan(VITE, { ...OPTIONS, base: 'slim' }).dockerfile).toMatch(/-alpine-slim AS runtime[\s\S]*CMD \["wget", /);
});

test.each([
  ['vite.config.ts', "export default { build: { outDir: './out/site' } };", 'out/site'],
  ['vite.config.ts', "export default { build: { outDir: '../dist' } };", 'dist'],
])('%s: %s', (name, text, output) => {
  expect(plan({ ...VITE, [name]: text }).dockerfile).toContain(
    `COPY --from=build /app/${output} /usr/share/nginx/html`,
  );
});

test.each([
  ['@angular/build:application', undefined, 'dist/shop/browser'],
  ['@angular/build:application', { base: 'out', browser: '' }, 'out'],
  ['@angular-devkit/build-angular:browser', 'dist/x', 'dist/x'],
])('Angular by %s with %j', (builder, outputPath, output) => {
  const files = {
    'package.json': { name: 'web', scripts: { build: 'ng build' }, dependencies: { '@angular/core': '20' } },
    'package-lock.json': '{}',
    'angular.json': { projects: { shop: { architect: { build: { builder, options: { outputPath } } } } } },
  };
  expect(plan(files).dockerfile).toContain(`COPY --from=build /app/${output} /usr/share/nginx/html`);
});

test('what has a server is not made of files alone', () => {
  const manifest = VITE['package.json'];
  expect(planned({ ...VITE, 'package.json': { ...manifest, dependencies: { express: '5' } } })).toBeUndefined();
  const scripts = { ...manifest.scripts, start: 'node server.js' };
  expect(planned({ ...VITE, 'package.json': { ...manifest, scripts } })).toBeUndefined();
});

test('a page of its own for each path, where the browser does not route', () => {
  const site = { port: 8080, healthPath: '/health', hashed: '^/_astro/' };
  expect(nginxConf({ ...site, singlePage: false })).toContain('try_files $uri $uri/ $uri.html =404;');
  const single = nginxConf({ ...site, singlePage: true });
  expect(single).toContain('try_files $uri $uri/ /index.html;');
  expect(single).toContain('"~^/_astro/" "public, max-age=31536000, immutable";');
  expect(single).toContain('pid /tmp/nginx.pid;');
});

const IN_WORKSPACE = {
  'package.json': { workspaces: ['apps/*'] },
  'package-lock.json': '{}',
  'apps/web/package.json': VITE['package.json'],
};

function inWorkspace(options: Partial<typeof OPTIONS>) {
  const app = sampleApp(IN_WORKSPACE, [{ name: 'web', root: 'apps/web' }], 'workspaces');
  const seen = staticStack.detect(app, false);
  if (!seen || !('details' in seen)) throw new Error(JSON.stringify(seen));
  const made = staticStack.plan(app, seen.details, { ...OPTIONS, ...options });
  if (isFault(made)) throw new Error(made.message);
  return made;
}

test('files alone: no nginx, nothing that is served', () => {
  const { dockerfile, files, service } = plan(VITE, { ...OPTIONS, pattern: 'artifact' });
  expect(dockerfile).toMatch(/\nFROM scratch AS artifact\nCOPY --from=build \/app\/dist \/\nUSER 65532:65532\n/);
  expect(dockerfile).not.toContain('nginx');
  expect(files).toEqual([]);
  expect(service).toEqual({ user: '65532:65532', writable: [], environment: {} });
});

test('two images: one builds, and nginx serves what was extracted of it', () => {
  const { dockerfile, files, ignore } = inWorkspace({ pattern: 'builder' });
  expect(dockerfile).not.toContain('node:');
  expect(dockerfile).toContain(
    'COPY apps/web/nginx.conf /etc/nginx/nginx.conf\nCOPY dist/docker/web-build/files /usr/share/nginx/html\n',
  );
  expect(ignore).toContain('\n!apps/web/nginx.conf\n!dist/docker/web-build/files\n');
  expect(files.map(({ path }) => path)).toEqual([
    'apps/web/nginx.conf',
    'apps/web/Dockerfile.build',
    'apps/web/Dockerfile.build.dockerignore',
  ]);
});

test('built outside: nginx and the files, and nothing else of the context', () => {
  const { dockerfile, ignore } = inWorkspace({ build: 'outside' });
  expect(dockerfile).not.toContain('node:');
  expect(dockerfile).toContain('COPY apps/web/dist /usr/share/nginx/html\n');
  expect(ignore).toContain('*\n!apps/web/dist\n!apps/web/nginx.conf\n');
});

test('in an integrated Nx workspace: built by Nx, whatever else the root depends on', () => {
  const files = {
    'package.json': { dependencies: { express: '5', react: '19' }, devDependencies: { vite: '8', nx: '22' } },
    'package-lock.json': '{}',
    'nx.json': '{}',
    'apps/web/project.json': { name: 'web', projectType: 'application' },
    'apps/web/index.html': '',
    'apps/web/vite.config.mts':
      "export default { server: { port: 4300 }, build: { outDir: '../../dist/apps/web' } };\n",
  };
  const app = sampleApp(files, [{ name: 'web', root: 'apps/web' }], 'nx');
  const seen = staticStack.detect(app, false);
  if (!seen || !('details' in seen)) throw new Error(JSON.stringify(seen));
  const made = staticStack.plan(app, seen.details, OPTIONS);
  if (isFault(made)) throw new Error(made.message);
  expect(made.dockerfile).toContain('RUN NX_DAEMON=false NX_NO_CLOUD=true npx nx build web --skip-sync\n');
  expect(made.dockerfile).toContain('COPY --from=build /app/dist/apps/web /usr/share/nginx/html\n');
  expect(made.service.development).toMatchObject({
    command: ['npx', 'nx', 'serve', 'web', '--host', '0.0.0.0', '--skip-sync'],
    port: 4300,
    kept: [],
    workdir: '/app',
  });
  const outside = staticStack.plan(app, seen.details, { ...OPTIONS, build: 'outside' });
  expect(outside).toMatchObject({ dockerfile: expect.stringContaining('COPY dist/apps/web /usr/share/nginx/html\n') });
});

describe('in an Nx workspace of packages', () => {
  const files = {
    'package.json': { workspaces: ['apps/*'], dependencies: { react: '19' }, devDependencies: { vite: '8', nx: '23' } },
    'package-lock.json': '{}',
    'nx.json': '{}',
    'tsconfig.base.json': '{}',
    'apps/web/package.json': { name: '@acme/web', version: '0.0.1' },
    'apps/web/vite.config.mts': "export default { build: { outDir: './dist' } };\n",
  };
  const page = { 'apps/web/index.html': '' };
  const detected = (more: Readonly<Record<string, string | object>>) => {
    const app = sampleApp({ ...files, ...more }, [{ name: '@acme/web', root: 'apps/web' }], 'nx');
    const seen = staticStack.detect(app, false);
    return seen && 'details' in seen ? { app, seen } : undefined;
  };

  test('a page beside a configuration of Vite, and nothing that builds it: Nx does, with what the root depends on', () => {
    const { app, seen } = detected(page)!;
    expect(seen.evidence).toContainEqual({ what: 'Vite 8', why: 'dependency vite in package.json' });
    const made = staticStack.plan(app, seen.details, OPTIONS);
    if (isFault(made)) throw new Error(made.message);
    expect(made.dockerfile).toContain('RUN NX_DAEMON=false NX_NO_CLOUD=true npx nx build @acme/web --skip-sync\n');
    expect(made.dockerfile).toContain('COPY --from=build /app/apps/web/dist /usr/share/nginx/html\n');
  });

  test.each([
    [
      'a server of its own',
      { ...page, 'apps/web/package.json': { name: '@acme/web', dependencies: { express: '5' } } },
    ],
    ['no page, so that Vite may only test', {}],
  ])('%s is no site', (_, more) => {
    expect(detected(more)).toBeUndefined();
  });
});
