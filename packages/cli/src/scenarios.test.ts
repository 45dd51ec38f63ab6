import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScenario } from './testing/run-scenario.ts';
import { readScenario } from './testing/scenario.ts';

const folder = join(__dirname, '../../../e2e/scenarios');
const names = readdirSync(folder).filter((name) => name.endsWith('.scenario'));

const cache = mkdtempSync(join(tmpdir(), 'dockwarden-cache-'));

beforeAll(() => {
  process.env['XDG_CACHE_HOME'] = cache;
});

afterAll(() => rmSync(cache, { recursive: true, force: true }));

test.each(names)('%s', async (name) => {
  const scenario = readScenario(readFileSync(join(folder, name), 'utf8'));
  expect(scenario.steps.length).toBeGreaterThan(0);
  expect(await runScenario(scenario)).toEqual([]);
});
