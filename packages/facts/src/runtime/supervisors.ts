/** Programs whose work is to keep several others running in one container. Read in their own documentation. */
export const supervisors: ReadonlySet<string> = new Set([
  ...['supervisord', 's6-svscan', 's6-overlay-suexec', 'runsvdir', 'runit', 'my_init', 'systemd', 'circusd', 'monit'],
  ...['multirun', 'horust', 'process-compose', 'mprocs', 'foreman', 'honcho', 'goreman', 'forego', 'overmind'],
  ...['hivemind', 'concurrently', 'run-p', 'npm-run-all', 'npm-run-all2'],
]);

/** Commands after a `&` that start nothing which stays. */
export const passingCommands: ReadonlySet<string> = new Set([
  ...['wait', 'trap', 'set', 'export', 'unset', 'cd', 'exit', 'true', 'false', ':', 'echo', 'printf', 'sleep', 'read'],
  ...['kill', 'test', '[', 'source', '.', 'shift', 'umask', 'ulimit', 'return', 'break', 'continue'],
]);
