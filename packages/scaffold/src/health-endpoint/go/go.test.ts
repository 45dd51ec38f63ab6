import { planFor } from '../testing/plan-for.ts';

const framework = 'go';
const main = (body: string) => `package main

import "net/http"

func main() {
${body}}
`;

test('a mux of its own', () => {
  const { text, registered } = planFor(
    {
      'go.mod': 'module a\n\ngo 1.25\n',
      'main.go': main('\tmux := http.NewServeMux()\n\tmux.HandleFunc("/", index)\n\thttp.ListenAndServe(":80", mux)\n'),
    },
    { framework, dependencies: ['postgres', 'redis'] },
  );
  expect(text('main.go')).toBe(
    main(
      '\tmux := http.NewServeMux()\n\tmux.HandleFunc("GET /health", healthEndpoint)\n\tmux.HandleFunc("/", index)\n\thttp.ListenAndServe(":80", mux)\n',
    ),
  );
  expect(text('health.go')).toContain('package main\n');
  expect(text('health.go')).toContain('reachable(ctx, "REDIS_URL", "6379")');
  expect(registered).toBe(true);
});

test('before Go 1.22 a pattern has no method', () => {
  const { text } = planFor(
    { 'go.mod': 'go 1.21\n', 'main.go': main('\tvar mux = http.NewServeMux()\n') },
    { framework },
  );
  expect(text('main.go')).toContain('\tmux.HandleFunc("/health", healthEndpoint)\n');
});

test('the default mux, where it is what serves', () => {
  const { text } = planFor(
    { 'main.go': main('\thttp.HandleFunc("/", index)\n\tlog.Fatal(http.ListenAndServe(":80", nil))\n') },
    { framework },
  );
  expect(text('main.go')).toContain('index)\n\thttp.HandleFunc("/health", healthEndpoint)\n');
});

test.each([
  ['two muxes', '\ta := http.NewServeMux()\n\tb := http.NewServeMux()\n'],
  ['a mux that is handed on', '\tserve(http.NewServeMux())\n'],
  [
    'the default mux, which nothing serves',
    '\thttp.HandleFunc("/", index)\n\thttp.ListenAndServe(":80", wrap(nil, a))\n',
  ],
])('%s: no edit', (_, body) => {
  const { files, notes } = planFor({ 'main.go': main(body) }, { framework });
  expect(files.map(({ path }) => path)).toEqual(['health.go']);
  expect(notes[0]).toContain('HandleFunc("/health", healthEndpoint)');
});

test('a second run changes nothing', () => {
  const { after } = planFor({ 'main.go': main('\tmux := http.NewServeMux()\n') }, { framework });
  const again = planFor(after, { framework });
  expect(again.after).toEqual(after);
  expect(again.notes).toEqual([]);
});
