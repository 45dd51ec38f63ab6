import type { EndSignal, OnSignal } from '../model/program.ts';
import { runAttached } from './run-attached.ts';

/** Signals as a test sends them. */
function signals(): { onSignal: OnSignal; send: (signal: EndSignal) => void; count: () => number } {
  const listeners = new Set<(signal: EndSignal) => void>();
  return {
    onSignal: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (signal) => {
      for (const listener of listeners) listener(signal);
    },
    count: () => listeners.size,
  };
}

const node = (script: string, more: Partial<Parameters<typeof runAttached>[2]> = {}, args: string[] = []) => {
  const sent = signals();
  const done = runAttached(process.execPath, ['-e', script, ...args], {
    input: false,
    terminal: false,
    onSignal: sent.onSignal,
    ...more,
  });
  return { sent, done };
};

test('its exit code, its arguments as they are, its environment', async () => {
  const script = 'process.exit(process.argv[1] === "$(x) a" && process.env.ODD === "b" ? 7 : 1)';
  expect(await node(script, { env: { ODD: 'b' } }, ['--', '$(x) a']).done).toEqual({ code: 7, interrupted: false });
});

test('a program that is not there', async () => {
  const { onSignal, count } = signals();
  const options = { input: false, terminal: false, onSignal };
  expect(await runAttached('dockwarden-no-such-program', [], options)).toEqual({ code: 127, interrupted: false });
  expect(count()).toBe(0);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s is handed on, and the code is what it makes of it', async (signal) => {
  const script = `process.on('${signal}', () => process.exit(5)); setInterval(() => {}, 1000)`;
  const { sent, done } = node(script);
  await new Promise((resolve) => setTimeout(resolve, 500));
  sent.send(signal);
  expect(await done).toEqual({ code: 5, interrupted: true });
  expect(sent.count()).toBe(0);
});

test('a terminal sends Ctrl-C itself; what asks again is heard', async () => {
  let again = 0;
  const { sent, done } = node('setInterval(() => {}, 1000)', { terminal: true, again: () => again++ });
  await new Promise((resolve) => setTimeout(resolve, 300));
  sent.send('SIGINT');
  expect(again).toBe(0);
  sent.send('SIGTERM');
  expect(again).toBe(1);
  expect(await done).toEqual({ code: 143, interrupted: true });
});
