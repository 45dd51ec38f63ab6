import { join } from 'node:path';
import { run } from './run-program.mjs';

/** What a shell would hand over, but none of the variables by which Turborepo is told about its run. */
const ENV = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:TURBO|CI$|GITHUB_)/.test(name))),
  TURBO_TELEMETRY_DISABLED: '1',
  NO_COLOR: '1',
};

/** Turborepo in a workspace, with the package manager that runs its scripts at hand. */
export function turboIn(root, { manager, pnpm = '10.34.9' }) {
  const program = join(root, 'node_modules/.bin/turbo');
  const before = manager === 'pnpm' ? ['npx', '--yes', `--package=pnpm@${pnpm}`, '--'] : [];
  const turbo = (...args) => {
    const [first, ...rest] = [...before, program, 'run', ...args];
    return run(first, rest, { cwd: root, env: ENV, limit: 600_000 });
  };
  return {
    run: turbo,
    /** The tasks that would run, sorted. */
    async selected(...args) {
      const { status, stdout, all } = await turbo(...args, '--dry=json');
      if (status !== 0) throw new Error(all);
      const { tasks } = JSON.parse(stdout.slice(stdout.indexOf('{')));
      return tasks
        .filter(({ command }) => command !== '<NONEXISTENT>')
        .map(({ taskId }) => taskId)
        .sort();
    },
  };
}
