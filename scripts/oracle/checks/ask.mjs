import { spawnSync } from 'node:child_process';

/** What BuildKit's build checks say of Dockerfiles (`{ id, text }`), by id; DOCKWARDEN_CHECKS names the program, which README.md tells how to build. */
export function askChecks(files) {
  const program = process.env.DOCKWARDEN_CHECKS;
  if (!program)
    throw new Error('DOCKWARDEN_CHECKS must name the program of BuildKit’s checks: see scripts/oracle/README.md');
  const { status, stdout, stderr, error } = spawnSync(program, {
    input: files.map((file) => `${JSON.stringify(file)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (error || status !== 0) throw error ?? new Error(`${program} ended with ${status}: ${stderr.slice(0, 1000)}`);
  const verdicts = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return new Map(verdicts.map((verdict) => [verdict.id, verdict]));
}
