import { appOf } from '../../testing/app-of.ts';
import { findPackages } from './find-packages.ts';

const packages = (files: Readonly<Record<string, string>>, root = '.') => findPackages(appOf(files, { root }));

test('pip, with the files of development apart', () => {
  const files = {
    'api/requirements.txt': 'fastapi\n../libs/log\n',
    'api/requirements-dev.txt': '-r requirements.txt\npytest\n',
  };
  expect(packages(files, 'api')).toMatchObject({
    manager: 'pip',
    context: 'workspace',
    manifests: ['api/requirements.txt'],
    developmentManifests: ['api/requirements-dev.txt'],
    local: ['libs/log'],
    names: new Set(['fastapi', 'pytest']),
    hasDevelopment: true,
  });
});

test('uv alone, and as a member of a workspace with the libraries that it needs', () => {
  const lock = 'version = 1\n\n[[package]]\nname = "Uvicorn_x"\n';
  const alone = {
    'api/pyproject.toml': '[project]\nname = "api"\ndependencies = ["fastapi[standard]"]\n',
    'api/uv.lock': lock,
  };
  expect(packages(alone, 'api')).toMatchObject({
    manager: 'uv',
    context: 'project',
    local: [],
    names: new Set(['uvicorn-x', 'fastapi[standard]']),
  });
  const workspace = {
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["apps/*", "libs/*"]\n',
    'uv.lock': lock,
    'apps/api/pyproject.toml': '[project]\nname = "api"\ndependencies = ["acme-log"]\n',
    'apps/web/package.json': '{}',
    'libs/log/pyproject.toml': '[project]\nname = "acme_log"\ndependencies = ["acme-clock>=1"]\n',
    'libs/clock/pyproject.toml': '[project]\nname = "acme.clock"\ndependencies = ["acme-log"]\n',
    'libs/other/pyproject.toml': '[project]\nname = "other"\n',
  };
  expect(packages(workspace, 'apps/api')).toMatchObject({
    context: 'workspace',
    name: 'api',
    local: ['libs/clock', 'libs/log'],
    manifests: [
      'pyproject.toml',
      'uv.lock',
      'apps/api/pyproject.toml',
      'libs/clock/pyproject.toml',
      'libs/log/pyproject.toml',
      'libs/other/pyproject.toml',
    ],
  });
});

test('Poetry, with a library by its path', () => {
  const files = {
    'apps/api/pyproject.toml':
      '[tool.poetry]\nname = "api"\n[tool.poetry.dependencies]\nlog = { path = "../../libs/log" }\n[tool.poetry.group.dev.dependencies]\npytest = "*"\n',
    'apps/api/poetry.lock': '[[package]]\nname = "flask"\n',
  };
  expect(packages(files, 'apps/api')).toMatchObject({
    manager: 'poetry',
    context: 'workspace',
    local: ['libs/log'],
    names: new Set(['flask']),
    hasDevelopment: true,
  });
});

test.each([
  [{ 'pyproject.toml': '[project]\nname = "x"\n' }, 'setup/no-lockfile', 'uv lock'],
  [{ 'pyproject.toml': '[tool.poetry]\nname = "x"\n' }, 'setup/no-lockfile', 'poetry lock'],
  [{ Pipfile: '' }, 'setup/no-lockfile', 'pipenv requirements'],
  [{ 'pyproject.toml': 'no toml' }, 'setup/unreadable-manifest', 'Mend'],
  [{ 'requirements.txt': 'flask\r\n-e .\r\n' }, 'setup/local-requirement', 'Take the line out'],
])('%j is a fault', (files, code, hint) => {
  expect(packages(files as Record<string, string>)).toMatchObject({ code, hint: expect.stringContaining(hint) });
});

test('a pyproject.toml that only configures tools declares nothing', () => {
  expect(packages({ 'pyproject.toml': '[tool.ruff]\nline-length = 120\n' })).toBeUndefined();
});
