import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { EndSignal, RunAttached } from '../model/program.ts';

/**
 * Starts a program on the terminal or the pipes of this process. On a terminal it stays in the foreground's group, which gets Ctrl-C by
 * itself, and only what the terminal does not send is handed on; elsewhere it has a group of its own, so that each signal arrives once.
 */
export const runAttached: RunAttached = (program, args, { cwd, env, input, terminal, onSignal, again }) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      detached: !terminal && process.platform !== 'win32',
      stdio: [input ? 'inherit' : 'ignore', 'inherit', 'inherit'],
      windowsHide: true,
    });
    let heard = 0;
    const removeListener = onSignal((signal: EndSignal) => {
      heard++;
      if (heard > 1) again?.();
      if (!(terminal && signal === 'SIGINT')) child.kill(signal);
    });
    const finish = (code: number) => {
      removeListener();
      resolve({ code, interrupted: heard > 0 });
    };
    child.on('error', () => finish(127));
    child.on('exit', (code, signal) => finish(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
