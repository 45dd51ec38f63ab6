import { pythonEntry } from './entry.ts';

const entry = (files: Readonly<Record<string, string>>, root = '.') =>
  pythonEntry(
    root,
    Object.entries(files).map(([path, text]) => ({ path, text })),
  );

test.each([
  [{ 'main.py': 'app = FastAPI()\n' }, 'main:app'],
  [{ 'app/main.py': 'api: FastAPI = fastapi.FastAPI(\n' }, 'app.main:api'],
  [{ 'src/shop/api.py': 'app = FastAPI()\n' }, 'shop.api:app'],
  [{ 'app/__init__.py': 'from x import y\napp = FastAPI()\n' }, 'app:app'],
])('FastAPI in %j', (files, target) => {
  expect(entry(files)).toMatchObject({ framework: 'fastapi', target, factory: false });
});

test('Flask: an app, what makes it, or the file that calls that', () => {
  expect(entry({ 'app.py': 'app = Flask(__name__)\n' })).toMatchObject({ framework: 'flask', target: 'app:app' });
  const factory = { 'shop/__init__.py': 'def create_app():\n    app = Flask(__name__)\n    return app\n' };
  expect(entry(factory)).toMatchObject({ target: 'shop:create_app', factory: true });
  expect(entry({ ...factory, 'wsgi.py': 'from shop import create_app\napp = create_app()\n' })).toMatchObject({
    target: 'wsgi:app',
    factory: false,
  });
});

test('Django by its settings, wherever manage.py lies', () => {
  const manage = "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings.prod')";
  const files = { 'api/src/manage.py': manage, 'api/src/other/wsgi.py': '', 'api/src/shop/wsgi.py': '' };
  expect(entry(files, 'api')).toEqual({
    framework: 'django',
    target: 'shop.wsgi:application',
    factory: false,
    from: 'api/src',
    file: 'api/src/manage.py',
  });
});

test('a program without a framework', () => {
  expect(entry({ 'worker.py': 'if __name__ == "__main__":\n    run()\n' })).toMatchObject({ target: 'worker' });
  expect(entry({ 'src/jobs/__main__.py': 'run()' })).toMatchObject({ target: 'jobs', from: 'src' });
  expect(entry({ 'lib/thing.py': 'x = 1' })).toBeUndefined();
  expect(entry({ 'main.py': '' })?.framework).toBeUndefined();
});
