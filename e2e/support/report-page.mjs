import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser, openBrowser } from './browser.mjs';

const program = join(import.meta.dirname, '../../packages/cli/bin/dockwarden.js');

/** Why tests that need a browser are left out here; false where there is one. DOCKWARDEN_REQUIRE_BROWSER=1 makes its absence a failure. */
export function withoutBrowser() {
  if (findBrowser()) return false;
  const why = 'no browser: chromium is not in PATH, and DOCKWARDEN_BROWSER is not set';
  if (process.env.DOCKWARDEN_REQUIRE_BROWSER === '1') throw new Error(`${why}, and one is required`);
  return why;
}

/** Lints files in a folder of their own into an HTML report. */
export function makeReport(files) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dockwarden-report-')));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const file = join(folder, 'report.html');
  const args = [program, 'lint', '--no-cache', '--format', `html=${file}`];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status > 1) throw new Error(`dockwarden lint: exit ${status}\n${stderr}`);
  return { file, url: pathToFileURL(file).href, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Opens the report in a browser of its own for a test, as a person who has just been given the file. */
export async function inBrowser(url, act, { width = 1280, height = 900, mobile = false, scheme = 'light' } = {}) {
  const browser = await openBrowser();
  try {
    const page = await browser.openPage();
    await page.size(width, height, mobile);
    await page.media('screen', scheme);
    await page.goto(url);
    await act(page);
  } finally {
    await browser.close();
  }
}
