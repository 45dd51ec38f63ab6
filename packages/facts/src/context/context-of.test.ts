import { unknown } from '../kernel/unsure.ts';
import type { Context } from '../model/context.ts';
import { dockerfileOf, type TestOptions } from '../testing/dockerfile-of.ts';
import { contextOf } from './context-of.ts';
import { patternsOf } from './ignore-file.ts';

const context = (text: string, options: TestOptions = {}) =>
  contextOf(dockerfileOf(text, { path: 'apps/api/Dockerfile', ...options }));
const folder = (text: string, options: TestOptions = {}) => {
  const found = context(text, options);
  return found === unknown ? found : (found as Context).directory;
};
const files = {
  'package.json': '{}',
  'apps/api/package.json': '{}',
  'apps/api/src/main.ts': '',
  'libs/ui/index.ts': '',
};

describe('the folder', () => {
  test('of a Dockerfile in the root is the root', () => {
    const found = context('FROM a\nCOPY nothing ./\n', { path: 'Dockerfile' }) as Context;
    expect(found).toMatchObject({ directory: '.', decidedBy: 'the Dockerfile stands in the workspace root' });
  });

  test('is the root where a source is only there', () => {
    const found = context('FROM a\nCOPY package.json libs/ui ./\n', { files }) as Context;
    expect(found).toMatchObject({ directory: '.', decidedBy: 'libs/ui is in the workspace root only' });
  });

  test("is the Dockerfile's where a source is only there", () => {
    expect(folder('FROM a\nCOPY package.json src ./\n', { files })).toBe('apps/api');
  });

  test('is the root where the workspace is pruned', () => {
    expect(folder('FROM a\nCOPY . .\nRUN npx turbo prune api --docker\n', { files })).toBe('.');
    expect(folder('FROM a\nCOPY src ./\nRUN npx turbo prune api --docker\n')).toBe(unknown);
  });

  test('is what the configuration says, whatever else there is', () => {
    const images = (...contexts: string[]) => ({
      files,
      settings: {
        images: Object.fromEntries(
          contexts.map((each, index) => [`a${index}`, { dockerfile: './apps/api/Dockerfile', context: each }]),
        ),
      },
    });
    expect(folder('FROM a\nCOPY . .\n', images('apps/api/'))).toBe('apps/api');
    expect(folder('FROM a\nCOPY src ./\n', images('.', './'))).toBe('.');
    expect(folder('FROM a\nCOPY src ./\n', images('.', 'apps/api'))).toBe(unknown);
    const other = { files, settings: { images: { a: { dockerfile: 'apps/web/Dockerfile', context: '.' } } } };
    expect(folder('FROM a\nCOPY src ./\n', other)).toBe('apps/api');
  });

  test('is told by patterns and bind mounts too', () => {
    expect(folder('FROM a\nCOPY libs/*/*.ts ./\n', { files })).toBe('.');
    expect(folder('FROM a\nRUN --mount=type=bind,source=src,target=/s ls\n', { files })).toBe('apps/api');
    expect(folder('FROM a\nRUN --mount=type=bind,from=x,source=src,target=/s ls\n', { files })).toBe(unknown);
  });

  test.each([
    ['nothing is copied', 'FROM a\nRUN ls\n'],
    ['all is copied', 'FROM a\nCOPY . .\n'],
    ['both have it', 'FROM a\nCOPY package.json ./\n'],
    ['none has it', 'FROM a\nCOPY dist ./\n'],
    ['the sources disagree', 'FROM a\nCOPY libs/ui src ./\n'],
    ['it comes from elsewhere', 'FROM a AS b\nFROM a\nCOPY --from=b src ./\nADD https://x.org/src ./\n'],
    ['a trigger copies it elsewhere', 'FROM a\nONBUILD COPY src ./\n'],
  ])('is unknown where %s', (_, text) => {
    expect(folder(text, { files })).toBe(unknown);
  });
});

describe('a Compose build', () => {
  const compose = (...folders: readonly string[]) => ({
    'compose.yaml': `services:\n${folders.map((context, index) => `  s${index}: { build: { context: ${context}, dockerfile: ${'../'.repeat(context === '.' ? 0 : context.split('/').length)}apps/api/Dockerfile } }\n`).join('')}`,
  });

  test('tells the folder, whatever the sources suggest', () => {
    const found = context('FROM a\nCOPY src ./\n', { files, composes: compose('.') }) as Context;
    expect(found).toMatchObject({ directory: '.', decidedBy: 'the service s0 is built from it' });
    expect(folder('FROM a\nCOPY libs ./\n', { files, composes: compose('apps/api') })).toBe('apps/api');
  });

  test('tells nothing where several differ, and of other files', () => {
    expect(folder('FROM a\nCOPY libs ./\n', { files, composes: compose('.', 'apps/api') })).toBe(unknown);
    expect(folder('FROM a\nCOPY libs ./\n', { files, composes: compose('.', '.') })).toBe('.');
    const other = { 'compose.yaml': 'services:\n  web: { build: apps/web }\n' };
    expect(folder('FROM a\nCOPY src ./\n', { files, composes: other })).toBe('apps/api');
  });

  test('of a variable folder leaves it unknown', () => {
    const variable = { 'compose.yaml': 'services:\n  web: { build: { context: "${DIR}", dockerfile: /x } }\n' };
    expect(folder('FROM a\nCOPY src ./\n', { files, composes: variable })).toBe('apps/api');
  });
});

describe('a Bake target', () => {
  const bake = (text: string, more = {}) =>
    folder('FROM a\nCOPY src ./\n', { files: { ...files, 'docker-bake.hcl': text }, ...more });

  test('tells the folder, whatever the sources suggest', () => {
    const text = 'target "api" { dockerfile = "apps/api/Dockerfile" }';
    const found = context('FROM a\nCOPY src ./\n', { files: { ...files, 'docker-bake.hcl': text } }) as Context;
    expect(found).toMatchObject({ directory: '.', decidedBy: 'the Bake target api builds it from there' });
    expect(bake('target "api" { context = "apps/api" }')).toBe('apps/api');
  });

  test('tells nothing where builds differ', () => {
    const apps = 'target "b" { context = "apps/api" }';
    expect(bake(`target "a" { dockerfile = "apps/api/Dockerfile" }\n${apps}`)).toBe(unknown);
    expect(
      bake(apps, { composes: { 'compose.yaml': 'services:\n  s: { build: { dockerfile: apps/api/Dockerfile } }\n' } }),
    ).toBe(unknown);
  });

  test('that has to be evaluated leaves it to the sources', () => {
    expect(bake('variable "D" {}\ntarget "api" { context = D }')).toBe('apps/api');
    expect(bake('target "api" { context = "apps/web" }')).toBe('apps/api');
  });
});

describe('the ignore file', () => {
  const ignore = (more: Record<string, string>) =>
    (context('FROM a\nCOPY libs ./\n', { files: { ...files, ...more } }) as Context).ignore;

  test('of the context', () => {
    expect(ignore({ '.dockerignore': 'dist\n', 'apps/api/.dockerignore': 'src\n' })?.path).toBe('.dockerignore');
  });

  test('beside the Dockerfile goes first', () => {
    const found = ignore({ '.dockerignore': 'dist\n', 'apps/api/Dockerfile.dockerignore': '# mine\n\nsrc\n!x\n' })!;
    expect(found.path).toBe('apps/api/Dockerfile.dockerignore');
    expect(found.place.span).toEqual({ start: 0, end: 6 });
    expect(patternsOf(found).map(({ pattern }) => pattern.text)).toEqual(['src', '!x']);
  });

  test('is absent where there is none', () => {
    expect(ignore({})).toBeUndefined();
  });

  test('is not read before someone asks', () => {
    const dockerfile = dockerfileOf('FROM a\n', { files: { '.dockerignore': 'x' } });
    const { asked } = dockerfile.world.fs as unknown as { asked: string[] };
    const before = asked.length;
    contextOf(dockerfile);
    expect(asked.slice(before).filter((path) => path.endsWith('.dockerignore'))).toEqual([]);
  });
});
