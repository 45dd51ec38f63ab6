import { routeFile } from './route-file.ts';

test.each([
  ['app/routes/healthcheck.ts', '/healthcheck'],
  ['apps/web/app/routes/api.health.tsx', '/api/health'],
  ['app/routes/_ops.healthz.ts', '/healthz'],
  ['app/routes/api_.ready/route.ts', '/api/ready'],
  ['app/routes/health.history.tsx', undefined],
  ['src/routes/health.ts', undefined],
  ['app/routes/$health.ts', undefined],
])('%s is %s', (path, expected) => {
  expect(routeFile([{ path, text: '' }])?.path).toBe(expected);
});
