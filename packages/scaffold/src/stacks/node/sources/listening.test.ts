import { listening } from './listening.ts';

test.each([
  ['app.listen(process.env.PORT || 3001)', 3001, true],
  ['const port = Number(process.env.PORT ?? 4000);', 4000, true],
  ['app.listen(8000, cb)', 8000, false],
  ["await app.listen({ host: '0.0.0.0', port: 5000 })", 5000, false],
  ['const PORT = 7000;\napp.listen(PORT)', 7000, false],
  ['app.listen(process.env.PORT)', 3000, true],
  ['app.listen(99999)', 3000, false],
  ['nothing', 3000, false],
])('%s', (text, port, byVariable) => {
  expect(listening([{ path: 'a.js', text }], 3000).listening).toMatchObject({ port, byVariable, onlyLocal: false });
});

test('a server for its own host alone', () => {
  expect(listening([{ path: 'a.js', text: "app.listen(3000, '127.0.0.1')" }], 3000).listening.onlyLocal).toBe(true);
});
