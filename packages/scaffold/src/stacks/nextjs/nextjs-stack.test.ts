import { isFault } from '../node/project/package-json.ts';
import { OPTIONS, sampleApp } from '../node/testing/sample-app.ts';
import { readNextConfig, withStandalone } from './next-config.ts';
import { nextjsStack } from './nextjs-stack.ts';

const MANIFEST = {
  name: 'web',
  scripts: { build: 'next build', start: 'next start' },
  dependencies: { next: '^16.0.0' },
};
const FILES = {
  'package.json': MANIFEST,
  'package-lock.json': '{}',
  'next.config.mjs': "export default { output: 'standalone' };\n",
  'src/app/(ops)/api/healthz/route.ts': '',
};

function plan(app: ReturnType<typeof sampleApp>, options: Partial<typeof OPTIONS> = {}) {
  const seen = nextjsStack.detect(app, false);
  if (!seen || !('details' in seen)) throw new Error(JSON.stringify(seen));
  const planned = nextjsStack.plan(app, seen.details, { ...OPTIONS, ...options });
  if (isFault(planned)) throw new Error(planned.message);
  return planned;
}

test('the standalone server, its static files and public ones', () => {
  const { dockerfile, service, files } = plan(sampleApp({ ...FILES, 'public/a.txt': '' }));
  expect(dockerfile).toContain('RUN --mount=type=cache,id=next-api,target=/app/.next/cache ');
  expect(dockerfile).toContain('COPY --from=build /app/.next/standalone /app\n');
  expect(dockerfile).toContain('COPY --from=build /app/.next/static ./.next/static\n');
  expect(dockerfile).toContain('COPY --from=build /app/public ./public\n');
  expect(dockerfile).toContain('http://127.0.0.1:3000/api/healthz');
  expect(service).toMatchObject({ port: 3000, healthPath: '/api/healthz', writable: ['/tmp', '/app/.next/cache'] });
  expect(files).toEqual([]);
});

const inWorkspace = () =>
  sampleApp(
    {
      'package.json': '{ "workspaces": ["apps/*"] }',
      'package-lock.json': '{}',
      'apps/web/package.json': MANIFEST,
      'apps/web/public/a.txt': '',
    },
    [{ name: 'web', root: 'apps/web' }],
    'workspaces',
  );

test('in a workspace the server lies as deep as the app', () => {
  const { dockerfile, context } = plan(inWorkspace());
  expect(context).toBe('workspace');
  expect(dockerfile).toContain('WORKDIR /app/apps/web\nCOPY --from=build /app/apps/web/.next/standalone /app\n');
});

test('files alone: the server laid out as it runs', () => {
  const { dockerfile, service } = plan(inWorkspace(), { pattern: 'artifact' });
  expect(dockerfile).toContain(
    [
      'FROM scratch AS artifact',
      'COPY --from=build /app/apps/web/.next/standalone /',
      'COPY --from=build /app/apps/web/.next/static /apps/web/.next/static',
      'COPY --from=build /app/apps/web/public /apps/web/public',
    ].join('\n'),
  );
  expect(dockerfile).not.toContain('HEALTHCHECK');
  expect(service.port).toBeUndefined();
});

test('built outside: the server comes with its packages, and nothing is installed', () => {
  const { dockerfile, ignore, notes } = plan(inWorkspace(), { build: 'outside' });
  expect(dockerfile).not.toContain('RUN');
  expect(dockerfile).toContain('COPY apps/web/.next/standalone /app\nCOPY apps/web/.next/static ./.next/static\n');
  expect(ignore).toContain('!apps/web/.next/standalone\n');
  expect(ignore).not.toContain('node_modules');
  expect(notes.at(-1)).toContain('--trust-generated');
});

test('an export is a static site', () => {
  const app = sampleApp({ ...FILES, 'next.config.mjs': "export default { output: 'export' };" });
  expect(nextjsStack.detect(app, false)).toBeUndefined();
});

test.each([
  [
    'const nextConfig: NextConfig = {\n  a: 1,\n};\n',
    "const nextConfig: NextConfig = {\n  output: 'standalone',\n  a: 1,\n};\n",
  ],
  ['module.exports = {};\r\n', "module.exports = {\r\n  output: 'standalone',\r\n};\r\n"],
  ['export default { a };\n', "export default {\n  output: 'standalone', a };\n"],
  ['export default withMdx(config);\n', undefined],
  ["export default { output: 'standalone' };\n", undefined],
  ['export default { output: mode };\n', undefined],
])('%j', (text, expected) => {
  const app = sampleApp({ 'next.config.mjs': text });
  const edit = withStandalone(app, readNextConfig(app));
  expect(edit?.text).toBe(expected);
  if (edit) expect(edit.edited).toBe(true);
});

test('a configuration is made where there is none', () => {
  const app = sampleApp({});
  expect(withStandalone(app, readNextConfig(app))).toEqual({
    path: 'next.config.mjs',
    text: "export default {\n  output: 'standalone',\n};\n",
  });
});

test.each([
  ['inferred by Nx', {}, undefined],
  ['the executor of Nx', { build: { executor: '@nx/next:build' } }, 'setup/next-by-executor'],
])('in an integrated Nx workspace, by %s', (_, targets, code) => {
  const files = {
    'package.json': { dependencies: { next: '16' }, devDependencies: { nx: '22' } },
    'package-lock.json': '{}',
    'apps/web/project.json': { projectType: 'application', targets },
    'apps/web/next.config.mjs': "export default { output: 'standalone' };\n",
  };
  const app = sampleApp(files, [{ name: 'web', root: 'apps/web' }], 'nx');
  const seen = nextjsStack.detect(app, false);
  if (!seen || !('details' in seen)) throw new Error(JSON.stringify(seen));
  const made = nextjsStack.plan(app, seen.details, OPTIONS);
  if (isFault(made)) expect(made.code).toBe(code);
  else expect(made.dockerfile).toContain('COPY --from=build /app/apps/web/.next/standalone /app\n');
});
