// Drives a Chromium by its debugging protocol over a pipe, which needs nothing but node.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PATIENCE = 60_000;

/** Path of a browser of the Chromium family: DOCKWARDEN_BROWSER, or one in PATH. Undefined without one. */
export function findBrowser(env = process.env) {
  if (env.DOCKWARDEN_BROWSER) return env.DOCKWARDEN_BROWSER;
  const folders = (env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/** Starts a browser; `close` ends it. */
export async function openBrowser(path = findBrowser()) {
  const home = mkdtempSync(join(tmpdir(), 'dockwarden-browser-'));
  const args = [
    '--headless',
    '--remote-debugging-pipe',
    '--disable-gpu',
    '--hide-scrollbars',
    `--user-data-dir=${home}`,
  ];
  // Its own sandbox refuses root, which containers of a CI run as; the pages are ours.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const program = spawn(path, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => program.once('exit', resolve));
  const connection = connect(program.stdio[3], program.stdio[4]);
  program.once('exit', () => connection.fail(new Error('the browser ended')));
  return {
    openPage: () => openPage(connection),
    close: async () => {
      connection.send('Browser.close').catch(() => program.kill());
      await ended;
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Messages are JSON with a zero byte behind each. */
function connect(output, input) {
  const waiting = new Map();
  const listeners = new Set();
  let number = 0;
  let rest = [];
  const take = (message) => {
    const { id, result, error } = message;
    if (id === undefined) return void [...listeners].map((listener) => listener(message));
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error.message));
    else resolve(result);
  };
  input.on('data', (chunk) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      take(JSON.parse(Buffer.concat([...rest, chunk.subarray(from, end)]).toString()));
      rest = [];
      from = end + 1;
    }
    rest.push(chunk.subarray(from));
  });
  return {
    listeners,
    fail: (error) => {
      for (const { reject } of waiting.values()) reject(error);
    },
    send: (method, params = {}, sessionId = undefined) =>
      new Promise((resolve, reject) => {
        number++;
        const timer = setTimeout(() => reject(new Error(`${method} takes too long`)), PATIENCE);
        const settle = (act) => (value) => {
          clearTimeout(timer);
          act(value);
        };
        waiting.set(number, { resolve: settle(resolve), reject: settle(reject) });
        output.write(`${JSON.stringify({ id: number, method, params, sessionId })}\0`);
      }),
  };
}

async function openPage({ send, listeners }) {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const ask = (method, params) => send(method, params, sessionId);
  const requests = [];
  const complaints = [];
  listeners.add(({ method, params, sessionId: from }) => {
    if (from !== sessionId) return;
    if (method === 'Network.requestWillBeSent') requests.push(params.request.url);
    if (method === 'Runtime.exceptionThrown') complaints.push(params.exceptionDetails.exception?.description);
    if (method === 'Log.entryAdded') complaints.push(params.entry.text);
  });
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await ask(`${domain}.enable`);
  const once = (wanted) =>
    new Promise((resolve) => {
      const listener = ({ method, sessionId: from }) => {
        if (method !== wanted || from !== sessionId) return;
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
    });
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await ask('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  /** Waits until an expression is true. */
  const until = async (expression) => {
    const end = Date.now() + PATIENCE / 4;
    while (!(await evaluate(expression))) {
      if (Date.now() > end) throw new Error(`never true: ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const mouse = (type, point) => ask('Input.dispatchMouseEvent', { type, ...point, button: 'left', clickCount: 1 });
  return {
    requests,
    complaints,
    evaluate,
    until,
    goto: async (url) => {
      const loaded = once('Page.loadEventFired');
      await ask('Page.navigate', { url });
      await loaded;
    },
    /** Clicks where a person would: at the middle of what the selector finds, which must be seen there. */
    click: async (selector) => {
      const point = await evaluate(`(() => {
        const found = document.querySelector(${JSON.stringify(selector)});
        found.scrollIntoView({ block: 'center' });
        const box = found.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 20) };
      })()`);
      await mouse('mousePressed', point);
      await mouse('mouseReleased', point);
    },
    type: (text) => ask('Input.insertText', { text }),
    press: async (key, code = key, text = undefined) => {
      const windowsVirtualKeyCode = { Tab: 9, Enter: 13, ' ': 32, '/': 191 }[key];
      await ask('Input.dispatchKeyEvent', { type: 'keyDown', key, code, windowsVirtualKeyCode, ...(text && { text }) });
      await ask('Input.dispatchKeyEvent', { type: 'keyUp', key, code, windowsVirtualKeyCode });
    },
    size: (width, height, mobile = false) =>
      ask('Emulation.setDeviceMetricsOverride', { width, height, mobile, deviceScaleFactor: 1 }),
    media: (media, scheme) =>
      ask('Emulation.setEmulatedMedia', { media, features: [{ name: 'prefers-color-scheme', value: scheme }] }),
    print: async () => Buffer.from((await ask('Page.printToPDF', { printBackground: true })).data, 'base64'),
    screenshot: async (whole = false) =>
      Buffer.from(
        (await ask('Page.captureScreenshot', { format: 'png', captureBeyondViewport: whole })).data,
        'base64',
      ),
  };
}
