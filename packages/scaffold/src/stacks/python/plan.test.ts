import { appOf, PLAIN_OPTIONS } from '../../testing/app-of.ts';
import { planned, stageText } from '../../testing/planned.ts';
import { pythonStack } from './python-stack.ts';

const FASTAPI = {
  'requirements.txt': 'fastapi\nuvicorn\n',
  'app/main.py': 'app = FastAPI()\n@app.get("/health")\n',
  'app/__init__.py': '',
};
const plan = (files: Readonly<Record<string, string>>, options = {}, claims: string[] = []) =>
  planned(pythonStack, appOf(files, { claims }), options);

test('packages are installed from their manifests alone, and the environment is copied to where nothing installs', () => {
  const fastapi = plan(FASTAPI);
  expect(stageText(fastapi, 'dependencies')).toContain(
    'COPY requirements.txt /app/\nRUN --mount=type=cache,target=/root/.cache/pip \\\n    pip --python=/venv install --requirement requirements.txt',
  );
  const runtime = stageText(fastapi, 'runtime')!;
  expect(runtime).toContain('COPY --from=dependencies /venv /venv\nCOPY app ./app\n');
  expect(runtime).toContain('CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0", "--port", "8000"]');
  expect(runtime).toContain('urlopen(\\"http://127.0.0.1:8000/health\\", timeout=3)');
  expect(fastapi.service.development?.command.at(-1)).toBe('--reload');
  expect(stageText(fastapi, 'test')).toBeUndefined();
  expect(fastapi.notes).toEqual([]);
});

test('a server that the packages lack is installed by version, and said', () => {
  const flask = plan({ 'requirements.txt': 'flask\n', 'app.py': 'app = Flask(__name__)\n' });
  expect(stageText(flask, 'dependencies')).toMatch(/pip --python=\/venv install gunicorn==[\d.]+$/);
  expect(flask.notes.join()).toContain('the image installs gunicorn==');
  expect(stageText(flask, 'runtime')).toContain('"--worker-tmp-dir", "/dev/shm", "app:app"]');
});

test('uv, in a workspace: all manifests, the libraries built, the app from its sources', () => {
  const files = {
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["apps/*", "libs/*"]\n',
    'uv.lock': '[[package]]\nname = "gunicorn"\n',
    'apps/api/pyproject.toml': '[project]\nname = "api"\ndependencies = ["log"]\n',
    'apps/api/src/shop/__init__.py': 'def create_app():\n  return Flask(__name__)\n',
    'libs/log/pyproject.toml': '[project]\nname = "log"\n',
  };
  const uv = planned(pythonStack, appOf(files, { root: 'apps/api', name: '@acme/api' }));
  expect(uv.context).toBe('workspace');
  const dependencies = stageText(uv, 'dependencies')!;
  expect(dependencies).toContain('WORKDIR /workspace/apps/api\nCOPY pyproject.toml uv.lock /workspace/\n');
  expect(dependencies).toContain('uv sync --locked --no-dev --package api --no-editable --no-install-workspace');
  expect(dependencies).toContain('COPY libs/log /workspace/libs/log');
  expect(dependencies.trimEnd()).toMatch(
    /uv sync --locked --no-dev --package api --no-editable --no-install-package api$/,
  );
  const runtime = stageText(uv, 'runtime')!;
  expect(runtime).toContain('COPY apps/api/src ./src');
  expect(runtime).toContain('PYTHONPATH=/app/src');
  expect(runtime).toContain('"shop:create_app()"');
  expect(runtime).toContain('image.title="@acme/api"');
});

test('Django is tested by its own runner unless pytest knows it', () => {
  const files = {
    'requirements.txt': 'django\npytest\ngunicorn\n',
    'manage.py': "('DJANGO_SETTINGS_MODULE', 'shop.settings')",
    'shop/wsgi.py': '',
    'shop/tests.py': '',
  };
  expect(stageText(plan(files), 'test')).toContain('RUN python manage.py test');
  expect(stageText(plan({ ...files, 'requirements.txt': 'django\npytest\npytest-django\n' }), 'test')).toContain(
    'pytest -p',
  );
  expect(plan(files).notes.join()).toContain('ALLOWED_HOSTS');
});

test('a program without a framework ends on SIGINT, and serves nothing unless it is said', () => {
  const worker = plan({ 'requirements.txt': 'redis\n', 'worker.py': 'if __name__ == "__main__":\n  run()\n' });
  expect(stageText(worker, 'runtime')).toContain('STOPSIGNAL SIGINT\nCMD ["python", "worker.py"]');
  expect(worker.dockerfile).not.toMatch(/HEALTHCHECK|EXPOSE/);
  expect(worker.service.port).toBeUndefined();
});

test.each([
  [['python 3.12.7 .python-version', 'python >=3.10 pyproject.toml'], '3.12'],
  [['python >=3.9,<3.12 pyproject.toml'], '3.11'],
  [['python >=3.14 pyproject.toml'], '3.14'],
  [['python ~=3.8.2 pyproject.toml'], '3.8'],
  [[], '3.13'],
])('%j asks for Python %s', (claims, version) => {
  expect(plan(FASTAPI, {}, claims).dockerfile).toContain(`ARG PYTHON_VERSION=${version}\n`);
});

test('other bases: Alpine with its tools, distroless with its one Python and programs as modules', () => {
  const alpine = plan(FASTAPI, { base: 'alpine' });
  expect(alpine.dockerfile).toContain('RUN apk add --no-cache build-base');
  const distroless = stageText(plan(FASTAPI, { base: 'distroless' }), 'runtime')!;
  expect(distroless).toContain('ENTRYPOINT ["/usr/bin/python3.13", "-m", "uvicorn", "app.main:app"');
  expect(stageText(plan(FASTAPI, { base: 'distroless' }), 'development')).toContain('ENV PATH=/venv/bin:$PATH');
  expect(distroless).toContain('PYTHONPATH=/venv/lib/python3.13/site-packages');
  const app = appOf(FASTAPI, { claims: ['python 3.12 .python-version'] });
  const seen = pythonStack.detect(app, false);
  if (!seen || !('details' in seen)) throw new Error('not found');
  expect(pythonStack.plan(app, seen.details, { ...PLAIN_OPTIONS, base: 'distroless' })).toMatchObject({
    code: 'setup/other-python',
  });
});

test('credentials are a secret of the install, and in no layer', () => {
  const secret = plan(FASTAPI, { privateRegistry: true });
  expect(secret.dockerfile).toContain('--mount=type=secret,id=pip.conf,target=/root/.config/pip/pip.conf');
  expect(secret.notes.join()).toContain('--secret id=pip.conf');
});

test('one stage is what was asked for', () => {
  expect(plan(FASTAPI, { pattern: 'single' }).dockerfile.match(/^FROM /gm)).toHaveLength(1);
});

test('packages of a tool beside a package.json are no app; a library alone is a fault', () => {
  expect(pythonStack.detect(appOf({ 'requirements.txt': 'mkdocs', 'package.json': '{}' }), false)).toBeUndefined();
  expect(pythonStack.detect(appOf({ 'requirements.txt': 'x', 'lib/x.py': '' }), false)).toMatchObject({
    code: 'setup/no-program',
  });
});
