import { sampleApp } from '../testing/sample-app.ts';
import { importedProjects } from './imported-projects.ts';

const PROJECTS = ['api', 'a', 'b', 'c', 'd'].map((name) => ({
  name,
  root: name === 'api' ? 'apps/api' : `libs/${name}`,
}));
const paths = {
  '@x/a': ['./libs/a/src/index.ts'],
  '@x/b/*': ['libs/b/src/*'],
  '@x/c': ['libs/c/src/index.ts'],
  '@x/d': ['libs/d/src/index.ts'],
};

function imported(files: Readonly<Record<string, string>>, closure: readonly string[] = []) {
  const [app, ...others] = PROJECTS;
  const options = { 'tsconfig.base.json': `// what is imported\n${JSON.stringify({ compilerOptions: { paths } })}` };
  return importedProjects(sampleApp({ ...options, ...files }, [{ ...app!, closure }, ...others], 'nx'));
}

test('by alias, directly or not, in whatever form', () => {
  expect(
    imported({
      'apps/api/src/main.ts': "import { a } from '@x/a';\n",
      'libs/a/src/index.ts': 'export * from "@x/b/deep/file";\n',
      'libs/b/src/deep/file.ts': "const c = await import('@x/c');\n",
    }),
  ).toEqual(['libs/a', 'libs/b', 'libs/c']);
});

test('what the model of the workspace knows is among them', () => {
  expect(imported({ 'libs/d/src/index.ts': "require('@x/a');\n" }, ['d'])).toEqual(['libs/a', 'libs/d']);
});

test('a ring ends', () => {
  const files = { 'apps/api/main.ts': "import '@x/a';\n", 'libs/a/src/index.ts': "import '@x/d';\n" };
  expect(imported({ ...files, 'libs/d/src/index.ts': "import '@x/a';\n" })).toEqual(['libs/a', 'libs/d']);
});

test('without aliases nothing is reached', () => {
  expect(imported({ 'tsconfig.base.json': '{', 'apps/api/main.ts': "import '@x/a';\n" })).toEqual([]);
});
