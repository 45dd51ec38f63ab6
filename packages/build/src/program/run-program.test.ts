import { getMaxListeners } from 'node:events';
import { runProgram } from './run-program.ts';

const node = (script: string, options?: Parameters<typeof runProgram>[2], ...args: string[]) =>
  runProgram(process.execPath, ['-e', script, ...args], options);

test('exit code, output and error, apart', async () => {
  const result = await node('console.log("out"); console.error("err"); process.exitCode = 3');
  expect(result).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n' });
});

test('arguments are data: no shell reads them', async () => {
  const odd = ['$(touch x)', '; echo', "'", '', 'a b', '-'];
  const { stdout } = await node('console.log(JSON.stringify(process.argv.slice(1)))', {}, '--', ...odd);
  expect(JSON.parse(stdout).slice(-odd.length)).toEqual(odd);
});

test('a program that is not there, or in no folder, is a result', async () => {
  expect(await runProgram('dockwarden-no-such-program', [])).toMatchObject({ code: -1, failure: 'missing' });
  expect(await node('', { cwd: '/no/such/folder' })).toMatchObject({
    failure: 'missing',
    stderr: '/no/such/folder: no such folder',
  });
});

test('arguments that cannot be handed over are a result', async () => {
  expect(await runProgram('node', ['a\0b'])).toMatchObject({ code: -1, stdout: '' });
});

test('environment is laid over that of the process; undefined removes', async () => {
  const { stdout } = await node('console.log(process.env.A, process.env.HOME, !!process.env.PATH)', {
    env: { A: 'x', HOME: undefined },
  });
  expect(stdout).toBe('x undefined true\n');
});

test('input reaches it, and one that reads none of it does no harm', async () => {
  expect((await node('process.stdin.pipe(process.stdout)', { input: 'héllo' })).stdout).toBe('héllo');
  expect((await node('process.exit(0)', { input: 'x'.repeat(5_000_000) })).code).toBe(0);
});

test('lines of standard error come whole and as they are written', async () => {
  const lines: string[] = [];
  const script = `const w = (b) => process.stderr.write(Buffer.from(b));
    w([0x61, 0xc3]); setTimeout(() => { w([0xa9, 0x0d, 0x0a, 0x62]); }, 50)`;
  await node(script, { onErrorLine: (line) => lines.push(line) });
  expect(lines).toEqual(['aé', 'b']);
});

/** Starts a script that says on its error stream that it is there; time stands still until then, and after. */
async function onceUp(script: string, options: Parameters<typeof runProgram>[2], then: () => void) {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
  let ready = () => {};
  const started = new Promise<void>((done) => {
    ready = done;
  });
  const running = node(script, { ...options, onErrorLine: () => ready() });
  await started;
  then();
  jest.useRealTimers();
  return running;
}

test('after the time limit it is ended, with what it started', async () => {
  const script = `const c = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    console.log(c.pid); console.error('up'); setInterval(() => {}, 1000)`;
  const result = await onceUp(script, { timeout: 60_000 }, () => jest.advanceTimersByTime(60_000));
  expect(result).toMatchObject({ code: -1, failure: 'timeout' });
  expect(await isGone(Number(result.stdout))).toBe(true);
});

test('one that ignores being asked is killed', async () => {
  const controller = new AbortController();
  const script = 'process.on("SIGINT", () => {}); setInterval(() => {}, 1000); console.error("up")';
  const result = await onceUp(script, { signal: controller.signal }, () => {
    controller.abort();
    jest.advanceTimersByTime(10_000);
  });
  expect(result).toMatchObject({ code: -1, failure: 'interrupted' });
});

test('a run that is interrupted starts nothing', async () => {
  expect(await node('', { signal: AbortSignal.abort() })).toMatchObject({ failure: 'interrupted', stdout: '' });
});

test('a grandchild that keeps the output open does not keep the run', async () => {
  const script = `require('child_process').spawn('sleep', ['30'], { stdio: 'inherit', detached: true }).unref();
    console.log('done')`;
  const started = Date.now();
  const { code, stdout } = await node(script);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'done\n' });
  expect(Date.now() - started).toBeLessThan(10_000);
});

test('output beyond the limit is dropped', async () => {
  const { stdout } = await node(
    'const b = Buffer.alloc(1 << 20, 97); for (let i = 0; i < 66; i++) require("fs").writeSync(1, b)',
  );
  expect(stdout.length).toBe(64 * 1024 * 1024);
});

async function isGone(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 50; attempt++) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}

test('any number of programs may listen to one signal without node calling it a leak', async () => {
  const { signal } = new AbortController();
  await node('', { signal });
  expect(getMaxListeners(signal)).toBe(Number.POSITIVE_INFINITY);
});
