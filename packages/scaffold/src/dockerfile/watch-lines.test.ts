import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { watchLines } from './watch-lines.ts';

test('the script builds and starts anew when a source changes, and ends with its program', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watch-'));
  const log = join(folder, 'log');
  const lines = watchLines({ build: 'echo built >> log', start: 'sleep 600', names: ['*.src'] });
  writeFileSync(join(folder, 'watch.sh'), lines.slice(1, -1).join('\n'));
  const child = spawn('sh', ['watch.sh'], { cwd: folder, stdio: 'ignore' });
  const builds = () => readFileSync(log, { encoding: 'utf8', flag: 'a+' }).split('\n').length - 1;
  const until = async (count: number) => {
    for (let tries = 0; builds() < count && tries < 200; tries += 1) await sleep(100);
    expect(builds()).toBe(count);
  };
  try {
    await until(1);
    await sleep(1100);
    writeFileSync(join(folder, 'other.txt'), '');
    writeFileSync(join(folder, 'a.src'), '');
    await until(2);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});
