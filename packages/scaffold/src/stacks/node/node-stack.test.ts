import { nodeStack } from './node-stack.ts';
import { isFault } from './project/package-json.ts';
import { OPTIONS, sampleApp } from './testing/sample-app.ts';

const EXPRESS = {
  'package.json': {
    name: '@acme/orders.api',
    scripts: { start: 'node src/index.js', test: 'node --test' },
    dependencies: { express: '^5.1.0' },
  },
  'package-lock.json': '{}',
  'src/index.js': "app.get('/health', ok);\napp.listen(process.env.PORT || 3001);\n",
  'test/a.test.js': '',
};

function planned(files: Readonly<Record<string, string | object>>, options = OPTIONS) {
  const app = sampleApp(files);
  const seen = nodeStack.detect(app, false);
  if (!seen || !('details' in seen)) throw new Error(JSON.stringify(seen));
  return { seen, plan: nodeStack.plan(app, seen.details, options) };
}

function dockerfile(files: Readonly<Record<string, string | object>>, options = OPTIONS): string {
  const { plan } = planned(files, options);
  if (isFault(plan)) throw new Error(plan.message);
  return plan.dockerfile;
}

test('says what it found, and where', () => {
  const evidence = planned(EXPRESS).seen.evidence.map(({ what, why }) => `${what}: ${why}`);
  expect(evidence).toEqual([
    'Express 5: dependency express in package.json',
    expect.stringMatching(/^Node \d+: no file names a version/),
    'starts node src/index.js: scripts.start in package.json',
    'port 3001: src/index.js',
    'health route /health: src/index.js',
    'tini as PID 1: no source handles SIGTERM',
    'npm: package-lock.json, no file pins a version',
    'stands alone: lockfile package-lock.json',
  ]);
});

test('a server that runs from its sources', () => {
  const text = dockerfile(EXPRESS);
  expect(stages(text)).toEqual(['base', 'dependencies', 'test', 'development', 'production-dependencies', 'runtime']);
  const runtime = text.slice(text.lastIndexOf('FROM '));
  expect(runtime).toContain(
    'COPY --from=production-dependencies /app /app\nCOPY src ./src\nUSER 1000:1000\nEXPOSE 3001\n',
  );
  expect(runtime).toContain('ENTRYPOINT ["/usr/bin/tini", "--"]\nCMD ["node", "src/index.js"]\n');
});

test('a server that is built, and that handles SIGTERM', () => {
  const files = {
    'package.json': {
      name: 'api',
      scripts: { start: 'NODE_ENV=production node dist/main', build: 'tsc -p .', prepare: 'husky' },
      dependencies: { fastify: '5' },
      devDependencies: { tsx: '4' },
    },
    'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
    'tsconfig.json': '{ "compilerOptions": { "outDir": "./dist" } }',
    'src/main.ts': "process.on('SIGTERM', () => app.close());\n",
    'public/a.txt': '',
  };
  const text = dockerfile(files);
  expect(stages(text)).toEqual(['base', 'dependencies', 'build', 'development', 'production-dependencies', 'runtime']);
  expect(text).toContain('RUN npm pkg delete scripts.prepare\n');
  expect(text).toContain('    pnpm install --frozen-lockfile\n');
  expect(text).toContain('COPY --from=build /app/dist ./dist\nCOPY --from=build /app/public ./public\n');
  expect(text).toContain('CMD ["npx", "tsx", "watch", "--inspect=0.0.0.0:9229", "src/main.ts"]');
  expect(text).toContain('CMD ["node", "dist/main.js"]');
  expect(text).not.toContain('tini');
});

test('distroless has no shell: an init that needs none, and node by its path', () => {
  const text = dockerfile(EXPRESS, { ...OPTIONS, base: 'distroless' });
  const runtime = text.slice(text.lastIndexOf('FROM '));
  expect(runtime).toMatch(/^FROM gcr\.io\/distroless\/nodejs\$\{NODE_VERSION\}-debian\d+:nonroot AS runtime\n/);
  expect(runtime).toContain('USER 65532:65532');
  expect(runtime).toContain('CMD ["/nodejs/bin/node", "-e", ');
  expect(runtime).toContain('ENTRYPOINT ["/tini", "--", "/nodejs/bin/node"]\nCMD ["src/index.js"]\n');
});

test('credentials of a registry are mounted for the install alone', () => {
  const text = dockerfile(EXPRESS, { ...OPTIONS, privateRegistry: true });
  expect(text.match(/--mount=type=secret,id=npmrc,target=\/root\/\.npmrc,required=true/g)).toHaveLength(2);
});

test.each([
  ['a fault in the JSON', { 'package.json': '{' }, 'setup/package-json'],
  ['no lockfile', { ...EXPRESS, 'package-lock.json': '' }, undefined],
])('%s', (_, files, code) => {
  const seen = nodeStack.detect(sampleApp(files), false);
  expect(isFault(seen) ? seen.code : undefined).toBe(code);
});

test('a missing lockfile, a name that is none, a path with a blank are refused', () => {
  const { 'package-lock.json': _, ...unlocked } = EXPRESS;
  expect(planned(unlocked).plan).toMatchObject({ code: 'setup/no-lockfile', exit: 2 });
  const named = { ...EXPRESS, 'package.json': { ...EXPRESS['package.json'], name: 'x"\nRUN evil' } };
  expect(planned(named).plan).toMatchObject({ code: 'setup/package-name', exit: 2 });
});

const WORKSPACE = {
  'package.json': { workspaces: ['apps/*', 'libs/*'], devDependencies: { turbo: '^2.5.0' } },
  'apps/api/package.json': {
    name: '@acme/api',
    scripts: { build: 'tsc', start: 'node dist/main.js' },
    dependencies: { '@acme/money': '*' },
  },
  'libs/money/package.json': { name: '@acme/money', main: './dist/index.js', scripts: { build: 'tsc' } },
  'libs/other/package.json': { name: '@acme/other' },
  'tsconfig.base.json': '{}',
};

const PROJECTS = [
  {
    name: '@acme/api',
    root: 'apps/api',
    manifests: ['apps/api/package.json'],
    dependencies: ['@acme/money'],
    closure: ['@acme/money'],
  },
  { name: '@acme/money', root: 'libs/money', manifests: ['libs/money/package.json'] },
  { name: '@acme/other', root: 'libs/other', manifests: ['libs/other/package.json'] },
];

function inWorkspace(
  lockfile: Readonly<Record<string, string>>,
  tool: 'workspaces' | 'turborepo' = 'workspaces',
): string {
  const root = { ...WORKSPACE['package.json'], ...(tool === 'turborepo' && { packageManager: 'npm@10.9.4' }) };
  const app = sampleApp({ ...WORKSPACE, 'package.json': root, ...lockfile }, PROJECTS, tool);
  const seen = nodeStack.detect(app, false);
  if (!seen || !('details' in seen)) throw new Error(JSON.stringify(seen));
  const plan = nodeStack.plan(app, seen.details, OPTIONS);
  if (isFault(plan)) throw new Error(plan.message);
  expect(plan.context).toBe('workspace');
  return plan.dockerfile;
}

test('npm in a workspace: manifests of what is needed, libraries built first, and shipped as built', () => {
  const text = inWorkspace({ 'package-lock.json': '{}' });
  expect(text).toContain('COPY apps/api/package.json ./apps/api/\nCOPY libs/money/package.json ./libs/money/\n');
  expect(text).not.toContain('libs/other');
  expect(text).toContain('    npm ci --workspace=apps/api --omit=dev\n');
  expect(text).toContain('RUN npm run build --workspace=libs/money && \\\n    npm run build --workspace=apps/api\n');
  expect(text).toContain('COPY --from=build /app/libs/money/dist /app/libs/money/dist\n');
  expect(text).toContain('WORKDIR /app/apps/api\nCOPY --from=production-dependencies /app /app\n');
});

test('pnpm in a workspace: fetched by the lockfile, deployed after the build', () => {
  const text = inWorkspace({ 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n", 'pnpm-workspace.yaml': '' });
  expect(text).toContain('    pnpm fetch\n# <dockwarden:manifests>\n');
  expect(text).toContain('    pnpm --filter "./apps/api" deploy --prod --legacy /deployed\n');
  expect(text).toContain('COPY --from=production-dependencies /deployed/node_modules ./node_modules\n');
});

test('pnpm with injected packages deploys without --legacy', () => {
  const text = inWorkspace({
    'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
    'pnpm-workspace.yaml': 'injectWorkspacePackages: true\n',
  });
  expect(text).toContain(' deploy --prod /deployed\n');
});

test('Yarn 4 and Bun hold the lockfile against every manifest', () => {
  const yarn = inWorkspace({ 'yarn.lock': '__metadata:\n  version: 8\n' });
  expect(yarn).toContain('COPY libs/other/package.json ./libs/other/\n');
  expect(yarn).toContain('    yarn workspaces focus @acme/api --production\n');
  const bun = inWorkspace({ 'bun.lock': '{}' });
  expect(bun).toContain('COPY libs/other/package.json ./libs/other/\n');
  expect(bun).toMatch(/^FROM oven\/bun:\$\{BUN_VERSION\}-slim AS runtime$/m);
});

test('Yarn 1 installs what manifests are there', () => {
  const text = inWorkspace({ 'yarn.lock': '# yarn lockfile v1\n' });
  expect(text).toContain(',sharing=locked \\\n    yarn install --frozen-lockfile --production\n');
  expect(text).not.toContain('libs/other');
});

test('Turborepo prunes the workspace first', () => {
  const text = inWorkspace({ 'package-lock.json': '{}' }, 'turborepo');
  expect(stages(text).slice(0, 3)).toEqual(['prune', 'base', 'dependencies']);
  expect(text).toContain('RUN turbo prune @acme/api --docker\n');
  expect(text).toContain('COPY --from=prune /app/out/full/ ./\nRUN npx turbo run build --filter=@acme/api\n');
  expect(text).not.toContain('dockwarden:manifests');
});

test.each([
  [{}, 'setup/no-package-manager'],
  [{ devEngines: { packageManager: { name: 'npm', version: '^10' } } }, undefined],
])('Turborepo asks which package manager it is: %j', (said, code) => {
  const files = { ...WORKSPACE, 'package-lock.json': '{}', 'package.json': { ...WORKSPACE['package.json'], ...said } };
  const app = sampleApp(files, PROJECTS, 'turborepo');
  const seen = nodeStack.detect(app, false);
  if (!seen || !('details' in seen)) throw new Error(JSON.stringify(seen));
  const plan = nodeStack.plan(app, seen.details, OPTIONS);
  expect(isFault(plan) ? plan.code : undefined).toBe(code);
});

test('a package.json with nothing to start speaks for no server, unless somebody asks', () => {
  const app = sampleApp({ 'package.json': { devDependencies: { prettier: '3' } } });
  expect(nodeStack.detect(app, false)).toBeUndefined();
  expect(nodeStack.detect(app, true)).toHaveProperty('details');
});

function stages(text: string): string[] {
  return [...text.matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, name]) => name!);
}

test('one stage: an app that is not built ships what it runs, without tests and settings', () => {
  const { plan } = planned(
    { ...EXPRESS, 'src/a.test.js': '', 'server.test.js': '', 'dockwarden.yaml': '', 'eslint.config.js': '' },
    { ...OPTIONS, pattern: 'single' },
  );
  if (isFault(plan)) throw new Error(plan.message);
  expect(plan.dockerfile).toContain('    npm ci --omit=dev\n');
  expect(plan.dockerfile.match(/^COPY .*$/gm)).toEqual(['COPY package.json package-lock.json ./', 'COPY src ./src']);
  expect(plan.dockerfile.match(/^WORKDIR/gm)).toHaveLength(1);
  expect(plan.ignore).toMatch(/\n\*\*\/\*\.test\.\*\n/);
});

test('one stage: an app that is built has what its build reads, in one go, and prunes in the same layer', () => {
  const { plan } = planned(
    {
      'package.json': {
        name: 'api',
        scripts: { build: 'tsc', start: 'node dist/main.js' },
        devDependencies: { typescript: '5' },
      },
      'package-lock.json': '{}',
      'tsconfig.json': '{}',
      'jest.config.js': '',
      'dockwarden.yaml': '',
      'src/main.ts': '',
      'src/main.spec.ts': '',
    },
    { ...OPTIONS, pattern: 'single' },
  );
  if (isFault(plan)) throw new Error(plan.message);
  expect(plan.dockerfile).toContain('COPY tsconfig.json ./\nCOPY src ./src\n');
  expect(plan.dockerfile).toContain('    npm run build && \\\n    npm prune --omit=dev\n');
  expect(plan.dockerfile).not.toMatch(/jest|dockwarden/);
  expect(plan.ignore).toContain('\ndist\n');
});
