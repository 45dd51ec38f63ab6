/** What is looked at and what is done in a development stage without a tool that reloads. */
export interface Watched {
  /** Shell command that makes the program; absent for what is run as it is. */
  readonly build?: string;
  /** Shell command that becomes the program. */
  readonly start: string;
  /** Names of files that mean another start: `*.go`. */
  readonly names: readonly string[];
}

/**
 * Writes a script `watch` that makes and starts the program, and does so again when a source has changed: it looks once a second, since
 * changes of mounted files are not told to containers on every host.
 */
export function watchLines({ build, start, names }: Watched): string[] {
  const named = names.map((name) => `-name '${name}'`).join(' -o ');
  const run = `${start} & child=$!`;
  return [
    "COPY --chmod=755 <<'EOF' /usr/local/bin/watch",
    '#!/bin/sh',
    'child=',
    'stop() { if [ -n "$child" ]; then kill "$child" 2>/dev/null; wait "$child" 2>/dev/null; fi; child=; }',
    "trap 'stop; exit 0' TERM INT",
    'while :; do',
    '  touch /tmp/started',
    '  stop',
    build === undefined ? `  ${run}` : `  if ${build}; then ${run}; fi`,
    `  until [ -n "$(find . -newer /tmp/started \\( ${named} \\) -print -quit)" ]; do`,
    '    sleep 1 & wait $!',
    '  done',
    'done',
    'EOF',
  ];
}
