/**
 * A script of a development stage that builds and starts the program, and does so again when a source has changed: it looks once a
 * second, since changes of mounted files are not told to containers on every host.
 */
export function watchLines(program: string): string[] {
  return [
    "COPY --chmod=755 <<'EOF' /usr/local/bin/watch",
    '#!/bin/sh',
    'child=',
    'stop() { if [ -n "$child" ]; then kill "$child" 2>/dev/null; wait "$child" 2>/dev/null; fi; child=; }',
    "trap 'stop; exit 0' TERM INT",
    'while :; do',
    '  touch /tmp/started',
    '  stop',
    `  if go build -o /tmp/app ${program}; then /tmp/app & child=$!; fi`,
    '  until [ -n "$(find . -newer /tmp/started \\( -name \'*.go\' -o -name go.mod \\) -print -quit)" ]; do',
    '    sleep 1 & wait $!',
    '  done',
    'done',
    'EOF',
  ];
}
