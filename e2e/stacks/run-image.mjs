import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { docker, dockerOk } from '../support/engine.mjs';

/** How long an app may take until it is healthy, and until it has stopped, in milliseconds. */
const START = 180_000;
const STOP = 10_000;

/**
 * Runs an image as production would: read-only, without capabilities, with nothing to write but `writable`. Waits until it is healthy, asks it
 * from outside, stops it by its signal, and gives how long that took in milliseconds. The container is removed whatever comes.
 */
export async function runImage(image, { name, port, health, user, answers, writable, environment }) {
  const settings = JSON.parse(dockerOk('image', 'inspect', '--format', '{{json .Config}}', image));
  const [uid] = settings.User.split(':');
  assert.match(settings.User, /^[1-9]\d*(:\d+)?$/, 'the user of the image is named by number, and is not root');
  assert.equal(uid, String(user).split(':')[0], 'the user of the image');
  if (String(user).includes(':')) assert.equal(settings.User, user);
  assert.ok(settings.Healthcheck, 'something checks its health');
  try {
    dockerOk(
      ...['run', '--detach', '--name', name, '--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
      ...writable.flatMap((path) => ['--tmpfs', path]),
      ...Object.entries(environment).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
      // Asked more often than in production, so that nobody waits.
      ...[
        '--health-interval',
        '1s',
        '--health-start-interval',
        '1s',
        '--memory',
        '512m',
        '--publish',
        `127.0.0.1::${port}`,
        image,
      ],
    );
    const healthyAfter = await untilHealthy(name);
    const uids = dockerOk('top', name, '-eo', 'pid,uid').split('\n').slice(1);
    assert.deepEqual(
      [...new Set(uids.map((each) => each.trim().split(/\s+/)[1]))],
      [uid],
      'every process is the user that is declared',
    );
    const address = dockerOk('port', name, `${port}/tcp`).split('\n')[0];
    assert.equal((await ask(address, health)).status, 200, `${health} answers 200`);
    for (const [path, words] of Object.entries(answers)) {
      const { status, text } = await ask(address, path);
      assert.ok(status === 200 && text.includes(words), `${path} answers ${status}: ${text.slice(0, 300)}`);
    }
    return { healthyAfter, stoppedAfter: stop(name) };
  } finally {
    docker('container', 'rm', '--force', name);
  }
}

async function untilHealthy(name) {
  const begun = Date.now();
  for (;;) {
    const state = JSON.parse(dockerOk('inspect', '--format', '{{json .State}}', name));
    if (state.Health?.Status === 'healthy') return Date.now() - begun;
    if (!state.Running || Date.now() - begun > START) {
      const probes = (state.Health?.Log ?? []).map(({ ExitCode, Output }) => `probe ${ExitCode}: ${Output}`).slice(-3);
      const { stdout, stderr } = docker('logs', '--tail', '40', name);
      assert.fail(
        `not healthy after ${Date.now() - begun} ms: ${state.Status}, exit ${state.ExitCode}\n${[...probes, stdout, stderr].join('\n')}`,
      );
    }
    await sleep(250);
  }
}

async function ask(address, path) {
  const response = await fetch(`http://${address}${path}`, { signal: AbortSignal.timeout(10_000) });
  return { status: response.status, text: await response.text() };
}

/** By the image's own stop signal, SIGTERM unless it says another; 137 is what a container exits with that had to be killed. */
function stop(name) {
  const begun = Date.now();
  dockerOk('stop', '--time', String(STOP / 1000), name);
  const took = Date.now() - begun;
  const code = Number(dockerOk('inspect', '--format', '{{.State.ExitCode}}', name));
  const { stdout, stderr } = docker('logs', '--tail', '20', name);
  assert.notEqual(code, 137, `it had to be killed after ${took} ms\n${stdout}\n${stderr}`);
  assert.ok(took < STOP, `it took ${took} ms to stop`);
  return took;
}
