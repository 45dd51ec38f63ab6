import { spawnSync } from 'node:child_process';

/** Puts requests to the oracle, the program that DOCKWARDEN_ORACLE names, and gives its answers in the same order. */
export function ask(requests) {
  const program = process.env.DOCKWARDEN_ORACLE;
  if (!program) throw new Error('DOCKWARDEN_ORACLE must name the oracle: README.md tells how to build it');
  const input = requests.map((request) => `${JSON.stringify(request)}\n`).join('');
  const { status, stdout, error } = spawnSync(program, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  if (error || status !== 0) throw error ?? new Error(`the oracle ended with ${status}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
