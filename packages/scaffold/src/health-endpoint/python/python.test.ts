import { planFor } from '../testing/plan-for.ts';

const fastapi =
  'from fastapi import FastAPI\n\napp = FastAPI(\n    title="a",\n)\n\n\n@app.get("/")\ndef root():\n    return {}\n';

test('FastAPI: the router is included right below the app', () => {
  const { text, registered } = planFor({ 'main.py': fastapi }, { framework: 'fastapi', dependencies: ['redis'] });
  expect(text('main.py')).toBe(
    'from fastapi import FastAPI\nfrom health import health_router\n\napp = FastAPI(\n    title="a",\n)\napp.include_router(health_router)\n\n\n@app.get("/")\ndef root():\n    return {}\n',
  );
  expect(text('health.py')).toContain('"redis": lambda: reachable("REDIS_URL", 6379),');
  expect(registered).toBe(true);
});

test.each([
  ['a package', { 'app/__init__.py': '' }, '', 'from .health import health_router'],
  ['a relative import', {}, 'from .settings import x\n', 'from .health import health_router'],
  [
    'an absolute one',
    { 'app/settings.py': '' },
    'from app.settings import x\n',
    'from app.health import health_router',
  ],
  ['one of a neighbour', { 'app/settings.py': '' }, 'from settings import x\n', 'from health import health_router'],
])('imports as %s asks for', (_, more, line, expected) => {
  const { text, registered } = planFor({ ...more, 'app/main.py': `${line}${fastapi}` }, { framework: 'fastapi' });
  expect(text('app/main.py')).toContain(`${expected}\n`);
  expect(registered).toBe(true);
});

test('where nobody knows how it is started, nothing is edited', () => {
  const { files, notes } = planFor({ 'app/main.py': fastapi }, { framework: 'fastapi' });
  expect(files.map(({ path }) => path)).toEqual(['app/health.py']);
  expect(notes[0]).toContain('whether app is started as a package cannot be told');
  expect(notes[0]).toContain('from .health import health_router\napp.include_router(health_router)');
});

test.each([
  'import fastapi\n\napi = fastapi.FastAPI()\n',
  'from fastapi import FastAPI as Web, Request\n\napi: Web = Web()\n',
  'from fastapi import (\n    FastAPI,\n)\n\ndef create():\n    api = FastAPI()\n    return api\n',
])('finds the app in %j', (source) => {
  expect(planFor({ 'main.py': source }, { framework: 'fastapi' }).text('main.py')).toMatch(
    /api(: Web)? = .*\n( {4})?api\.include_router\(health_router\)\n/,
  );
});

test('Flask: a factory, Windows line endings', () => {
  const source = 'from flask import Flask\r\n\r\ndef create_app():\r\n    app = Flask(__name__)\r\n    return app\r\n';
  const { text } = planFor({ 'app.py': source }, { framework: 'flask', path: '/healthz' });
  expect(text('app.py')).toBe(
    'from flask import Flask\r\nfrom health import health_blueprint\r\n\r\ndef create_app():\r\n    app = Flask(__name__)\r\n    app.register_blueprint(health_blueprint)\r\n    return app\r\n',
  );
  expect(text('health.py')).toContain('@health_blueprint.get("/healthz")\r\n');
});

test('a second run changes nothing', () => {
  const { after } = planFor({ 'main.py': fastapi }, { framework: 'fastapi' });
  expect(planFor(after, { framework: 'fastapi' }).after).toEqual(after);
});

test('a route that is there already is left alone', () => {
  const { files } = planFor(
    { 'main.py': `${fastapi}@app.get("/health")\ndef h():\n    ...\n` },
    { framework: 'fastapi' },
  );
  expect(files).toEqual([]);
});
