import { planFor } from '../testing/plan-for.ts';

const nest = (decorator: string) => ({
  'src/app.module.ts': `import { Module } from '@nestjs/common';\n\n${decorator}\nexport class AppModule {}\n`,
  'src/main.ts': "import { NestFactory } from '@nestjs/core';\n",
});

test.each([
  ['@Module({})', '@Module({ imports: [HealthEndpointModule] })'],
  ['@Module({ controllers: [A] })', '@Module({ imports: [HealthEndpointModule], controllers: [A] })'],
  ['@Module({ imports: [] })', '@Module({ imports: [HealthEndpointModule] })'],
  [
    '@Module({ imports: [A, B.forRoot({ x: [] })] })',
    '@Module({ imports: [A, B.forRoot({ x: [] }), HealthEndpointModule] })',
  ],
  ['@Module({\n  controllers: [A],\n})', '@Module({\n  imports: [HealthEndpointModule],\n  controllers: [A],\n})'],
  ['@Module({\n  imports: [\n    A,\n  ],\n})', '@Module({\n  imports: [\n    A,\n    HealthEndpointModule,\n  ],\n})'],
  [
    '@Module({\n  imports: [\n    A // a\n  ],\n})',
    '@Module({\n  imports: [\n    A, // a\n    HealthEndpointModule\n  ],\n})',
  ],
])('NestJS: %j becomes %j', (before, after) => {
  const files = nest(before);
  const plan = planFor(files, { framework: 'nestjs', dependencies: ['redis'] });
  expect(plan.text('src/app.module.ts')).toBe(
    `import { Module } from '@nestjs/common';\nimport { HealthEndpointModule } from './health.module';\n\n${after}\nexport class AppModule {}\n`,
  );
  expect(plan.text('src/health.module.ts')).toContain("@Get('health')");
  expect(planFor(plan.after, { framework: 'nestjs', dependencies: ['redis'] }).after).toEqual(plan.after);
});

test('NestJS: a global prefix stands before the route', () => {
  const files = { ...nest('@Module({})'), 'src/main.ts': "import '@nestjs/core';\napp.setGlobalPrefix('api');\n" };
  const below = planFor(files, { framework: 'nestjs' });
  expect(below.path).toBe('/api/health');
  expect(below.notes).toEqual(['The app has a global prefix: the route answers at /api/health.']);
  const asked = planFor(files, { framework: 'nestjs', path: '/api/health' });
  expect(asked.notes).toEqual([]);
  expect(asked.text('src/health.module.ts')).toContain("@Get('health')");
});

test('NestJS: imports that are no list get no edit', () => {
  const { files, notes } = planFor(nest('@Module({ imports: modules })'), { framework: 'nestjs' });
  expect(files.map(({ path }) => path)).toEqual(['src/health.module.ts']);
  expect(notes[0]).toContain("import { HealthEndpointModule } from './health.module';");
});

test('NestJS: a controller that answers there is left alone', () => {
  const files = { ...nest('@Module({})'), 'src/h.ts': "import '@nestjs/common';\n@Controller('health')\nclass H {}\n" };
  expect(planFor(files, { framework: 'nestjs' }).files).toEqual([]);
});

const next = { 'next.config.js': 'module.exports = {};\n' };

test.each([
  ['src/app/layout.tsx', true, '/health', 'src/app/health/route.ts', '/health'],
  ['app/page.js', false, '/api/healthz', 'app/api/healthz/route.js', '/api/healthz'],
  ['pages/index.tsx', true, '/health', 'pages/api/health.ts', '/api/health'],
  ['src/pages/index.js', false, '/api/health', 'src/pages/api/health.js', '/api/health'],
])('Next.js with %s', (page, typescript, path, file, answers) => {
  const files = { ...next, [page]: '', ...(typescript && { 'tsconfig.json': '{}' }) };
  const plan = planFor(files, { framework: 'nextjs', path });
  expect(plan.files.map((one) => one.path)).toEqual([file]);
  expect(plan.path).toBe(answers);
  expect(planFor(plan.after, { framework: 'nextjs', path }).after).toEqual(plan.after);
});

test('Next.js: a base path, a middleware, cached components', () => {
  const files = {
    'next.config.ts': "export default { basePath: '/shop', cacheComponents: true };\n",
    'app/layout.tsx': '',
    'middleware.ts': '',
  };
  const { text, path, notes } = planFor(files, { framework: 'nextjs' });
  expect(path).toBe('/shop/health');
  expect(text('app/health/route.js')).toContain('await connection();');
  expect(text('app/health/route.js')).not.toContain('dynamic');
  expect(notes.join('\n')).toContain('middleware.ts runs before every route: see that it lets /shop/health pass.');
});

test.each([
  [{ 'app/health/page.tsx': '' }, 'app/health/page.tsx answers at /health already: nothing is added.'],
  [{ 'app/health/route.js': '' }, 'app/health/route.js answers at /health already: nothing is added.'],
])('Next.js: what is there stays: %j', (more, note) => {
  expect(planFor({ ...next, 'app/layout.tsx': '', ...more }, { framework: 'nextjs' })).toMatchObject({
    files: [],
    notes: [note],
  });
});

test('Next.js: a static export has no routes', () => {
  const files = { 'next.config.mjs': "export default { output: 'export' };\n", 'app/layout.tsx': '' };
  expect(planFor(files, { framework: 'nextjs' })).toMatchObject({ files: [], registered: false });
});
