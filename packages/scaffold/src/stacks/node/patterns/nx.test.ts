import { BASE_KINDS, BUILD_PLACES, PATTERNS, type SetupOptions } from '../../../model/setup-options.ts';
import { stageText } from '../../../testing/planned.ts';
import { nodeStack } from '../node-stack.ts';
import { isFault } from '../project/package-json.ts';
import { OPTIONS, sampleApp } from '../testing/sample-app.ts';

const BUILD = {
  executor: '@nx/esbuild:esbuild',
  options: {
    main: 'apps/api/src/main.ts',
    outputPath: 'dist/apps/api',
    format: ['cjs'],
    generatePackageJson: true,
  },
};
const FILES = {
  'package.json': { name: 'acme', dependencies: { express: '5.2.1' }, devDependencies: { nx: '22.7.7' } },
  'package-lock.json': '{}',
  'nx.json': '{}',
  'tsconfig.base.json': { compilerOptions: { paths: { '@acme/greeting': ['libs/greeting/src/index.ts'] } } },
  'apps/api/project.json': { name: 'api', targets: { build: BUILD, serve: {} } },
  'apps/api/src/main.ts':
    "import { greet } from '@acme/greeting';\nimport express from 'express';\napp.get('/health', ok);\napp.listen(process.env.PORT ?? 3333);\n",
  'libs/greeting/project.json': { name: 'greeting' },
  'libs/greeting/src/index.ts': 'export const greet = 1;\n',
  'libs/other/project.json': { name: 'other' },
};
const PROJECTS = [
  { name: 'api', root: 'apps/api' },
  { name: 'greeting', root: 'libs/greeting' },
  { name: 'other', root: 'libs/other' },
];

function planOf(options: Partial<SetupOptions> = {}, files: Readonly<Record<string, string | object>> = FILES) {
  const app = sampleApp(files, PROJECTS, 'nx');
  const seen = nodeStack.detect(app, false);
  if (!seen || !('details' in seen)) throw new Error(JSON.stringify(seen));
  const plan = nodeStack.plan(app, seen.details, { ...OPTIONS, ...options });
  if (isFault(plan)) throw new Error(plan.message);
  return plan;
}

function withBuild(build: object, more: Readonly<Record<string, object>> = {}) {
  return { ...FILES, 'apps/api/project.json': { name: 'api', targets: { build, ...more } } };
}

test('inside: Nx builds from the app and what it imports, and what ships has the packages that Nx says', () => {
  const plan = planOf();
  expect(plan.context).toBe('workspace');
  expect(stageText(plan, 'build')).toBe(
    [
      '# build has the sources, and makes of them what ships.',
      'FROM dependencies AS build',
      'COPY nx.json tsconfig.base.json ./',
      'COPY libs/greeting ./libs/greeting',
      'COPY apps/api ./apps/api',
      'RUN NX_DAEMON=false NX_NO_CLOUD=true npx nx build api --skip-sync',
    ].join('\n'),
  );
  expect(stageText(plan, 'production-dependencies')).toContain(
    'COPY --from=build /app/dist/apps/api/package.json /app/dist/apps/api/package-lock.json ./\n',
  );
  const runtime = stageText(plan, 'runtime')!;
  expect(runtime).toContain('COPY --from=production-dependencies /app /app\nCOPY --from=build /app/dist/apps/api ./\n');
  expect(runtime).toContain('CMD ["node", "main.cjs"]');
  expect(stageText(plan, 'development')).toContain('CMD ["npx", "nx", "serve", "api", "--skip-sync"]');
  expect(plan.service.development?.mounts).toEqual([
    { from: 'apps/api', to: '/app/apps/api' },
    { from: 'libs/greeting', to: '/app/libs/greeting' },
  ]);
});

test('outside: nothing but the output of the build gets into the image', () => {
  const plan = planOf({ build: 'outside' });
  expect(plan.dockerfile).not.toContain('nx build');
  expect(stageText(plan, 'production-dependencies')).toContain(
    'COPY dist/apps/api/package.json dist/apps/api/package-lock.json ./\n',
  );
  expect(stageText(plan, 'runtime')).toContain('COPY dist/apps/api ./\n');
  expect(plan.ignore.match(/^!.*$/gm)).toEqual(['!dist/apps/api']);
  expect(plan.notes).toEqual(
    [expect.stringContaining('nx build api comes before the image'), expect.stringContaining('SIGTERM')].reverse(),
  );
});

test('two images: one builds, and the other packs what was extracted of it', () => {
  const plan = planOf({ pattern: 'builder' });
  expect(stageText(plan, 'runtime')).toContain('COPY dist/docker/api-build/files ./\n');
  const [build] = plan.files;
  expect(build!.path).toBe('apps/api/Dockerfile.build');
  expect(build!.text).toContain('FROM scratch AS artifact\nCOPY --from=build /app/dist/apps/api /\n');
});

test('one stage starts what was built where it lies', () => {
  expect(planOf({ pattern: 'single' }).dockerfile).toContain('CMD ["node", "dist/apps/api/main.cjs"]');
});

test.each([
  ['pnpm-lock.yaml', "lockfileVersion: '9.0'\n", 'pnpm install --frozen-lockfile --prod'],
  ['yarn.lock', '# yarn lockfile v1\n', 'yarn install --frozen-lockfile --production'],
])('with %s', (lockfile, text, install) => {
  const { 'package-lock.json': _, ...rest } = FILES;
  const stage = stageText(planOf({}, { ...rest, [lockfile]: text }), 'production-dependencies');
  expect(stage).toContain(`/app/dist/apps/api/${lockfile} ./\n`);
  expect(stage).toContain(`    ${install}`);
});

test.each(
  PATTERNS.flatMap((pattern) => BASE_KINDS.flatMap((base) => BUILD_PLACES.map((build) => ({ pattern, base, build })))),
)('a plan, or a refusal that says what to do: $pattern, $base, $build', (options) => {
  const app = sampleApp(FILES, PROJECTS, 'nx');
  const seen = nodeStack.detect(app, false);
  if (!seen || !('details' in seen)) throw new Error(JSON.stringify(seen));
  const plan = nodeStack.plan(app, seen.details, { ...OPTIONS, ...options });
  if (options.pattern === 'single' && options.base === 'distroless')
    expect(plan).toMatchObject({ exit: 2, hint: expect.stringContaining('--base slim') });
  else expect(plan).toHaveProperty('dockerfile');
});

test('a build that writes no package.json: the packages of the root, and how to have fewer', () => {
  const plan = planOf({}, withBuild({ ...BUILD, options: { ...BUILD.options, generatePackageJson: false } }));
  expect(stageText(plan, 'production-dependencies')).toContain('COPY package.json package-lock.json ./\n');
  expect(plan.notes.join('\n')).toContain('generatePackageJson: true');
});

test('a bundle with everything in it installs nothing that ships', () => {
  const bundled = { ...BUILD.options, generatePackageJson: false, thirdParty: true };
  const plan = planOf({}, withBuild({ ...BUILD, options: bundled }));
  expect(plan.dockerfile).not.toContain('production-dependencies');
  expect(stageText(plan, 'runtime')).toContain('COPY --from=build /app/dist/apps/api ./\n');
});

test('where the workspace is one of packages, what is pruned brings those of it along', () => {
  const options = { ...BUILD.options, outputPath: 'apps/api/dist', generatePackageJson: false };
  const targets = { build: { ...BUILD, options }, 'prune-lockfile': {}, 'copy-workspace-modules': {}, prune: {} };
  const { 'apps/api/project.json': _, ...rest } = FILES;
  const plan = planOf(
    {},
    { ...rest, 'apps/api/package.json': { name: 'api', nx: { targets: { ...targets, build: targets.build } } } },
  );
  expect(stageText(plan, 'dependencies')).toContain('COPY apps/api/package.json ./apps/api/\n');
  expect(stageText(plan, 'build')).toContain(' npx nx prune api --skip-sync');
  expect(stageText(plan, 'production-dependencies')).toContain('COPY --from=build /app/apps/api/dist ./\n');
  expect(stageText(plan, 'runtime')).not.toContain('--from=build');
});

test('a library is no app', () => {
  const files = { ...FILES, 'apps/api/project.json': { ...FILES['apps/api/project.json'], projectType: 'library' } };
  expect(nodeStack.detect(sampleApp(files, PROJECTS, 'nx'), false)).toBeUndefined();
});

test('an output that would have to be escaped is refused', () => {
  const app = sampleApp(withBuild({ ...BUILD, options: { ...BUILD.options, outputPath: 'dist/a b' } }), PROJECTS, 'nx');
  const seen = nodeStack.detect(app, false);
  if (!seen || !('details' in seen)) throw new Error(JSON.stringify(seen));
  expect(nodeStack.plan(app, seen.details, OPTIONS)).toMatchObject({ code: 'setup/path-with-special-characters' });
});

test('an app at the root of its workspace, which has a package.json there', () => {
  const files = {
    'package.json': { name: '@acme/api', dependencies: { express: '5' }, devDependencies: { nx: '22' } },
    'package-lock.json': '{}',
    'nx.json': '{}',
    'project.json': {
      name: 'api',
      projectType: 'application',
      targets: {
        build: { ...BUILD, options: { ...BUILD.options, main: 'src/main.ts', outputPath: 'dist/api' } },
        serve: {},
      },
    },
    'src/main.ts': 'app.listen(3000);\n',
  };
  const app = sampleApp(files, [{ name: 'api', root: '.' }], 'nx');
  const seen = nodeStack.detect(app, false);
  if (!seen || !('details' in seen)) throw new Error(JSON.stringify(seen));
  const plan = nodeStack.plan(app, seen.details, OPTIONS);
  if (isFault(plan)) throw new Error(plan.message);
  expect(plan.context).toBe('project');
  expect(stageText(plan, 'build')).toMatch(/\nCOPY \. \.\nRUN .* npx nx build api --skip-sync$/);
  expect(stageText(plan, 'runtime')).toContain('COPY --from=build /app/dist/api ./\n');
  expect(plan.service.development).toMatchObject({
    mounts: [{ from: '.', to: '/app' }],
    kept: ['/app/node_modules', '/app/.nx', '/app/tmp', '/app/dist/api'],
  });
});

test('targets of other work do not make an app one that Nx builds', () => {
  const targets = { 'docker-build': { executor: '@dockwarden/nx:build' } };
  const files = {
    'package.json': { workspaces: ['apps/*'] },
    'package-lock.json': '{}',
    'nx.json': '{}',
    'apps/api/package.json': { name: 'api', scripts: { start: 'node src/server.js' }, nx: { targets } },
    'apps/api/src/server.js': '',
  };
  const app = sampleApp(files, [{ name: 'api', root: 'apps/api' }], 'nx');
  const seen = nodeStack.detect(app, false);
  expect(seen && 'details' in seen && seen.details.project.layout.kind).toBe('workspace');
});
