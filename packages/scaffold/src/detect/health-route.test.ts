import { healthRoute, isRoutePath } from './health-route.ts';

test.each([
  ['@app.get("/health")', '/health'],
  ["path('healthz/', views.health),", '/healthz/'],
  ['mux.HandleFunc("GET /api/v1/health", health)', '/api/v1/health'],
  ['@GetMapping("/ping")', '/ping'],
  ["app.get('/ready', async () => {})", '/ready'],
  ['app.MapHealthChecks("/healthz");', '/healthz'],
])('%s', (line, path) => {
  expect(healthRoute([{ path: 'a', text: `x\n${line}\r\n` }])).toEqual({ path, file: 'a' });
});

test.each(['@app.get("/wealth")', '@app.get("/")', 'x = "/health"', '@app.get("/healthy-food")'])(
  '%s is none',
  (line) => {
    expect(healthRoute([{ path: 'a', text: line }])).toBeUndefined();
  },
);

test('what would have to be escaped in an address is no path of a route', () => {
  expect(isRoutePath('/api/v1/health')).toBe(true);
  expect(isRoutePath('/health?full=1')).toBe(false);
  expect(isRoutePath('/a"b')).toBe(false);
});
