import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const file = join(import.meta.dirname, '../stacks.yaml');

/**
 * What a case may say. `why` is the reason why a case is only checked, `note` what it is that was built and run if not quite what the files name;
 * `answers` are paths and words that their answers hold.
 */
const KEYS = {
  name: 'string',
  stack: 'string',
  framework: 'string',
  app: 'string',
  project: 'string',
  manager: 'string',
  layout: 'string',
  pattern: 'string',
  base: 'string',
  build: 'string',
  options: 'object',
  proof: 'string',
  why: 'string',
  note: 'string',
  ci: 'boolean',
  port: 'number',
  health: 'string',
  user: 'any',
  answers: 'object',
  without: 'object',
  files: 'object',
};

/** The cases of e2e/stacks.yaml. A case that says what nobody reads, or that does not say enough, is a mistake in that file. */
export function readCases(text = readFileSync(file, 'utf8')) {
  return parse(text).cases.map((each) => {
    for (const [key, value] of Object.entries(each))
      if (!(key in KEYS) || (KEYS[key] !== 'any' && KEYS[key] !== typeof value))
        throw new Error(`${each.name}: ${key} is not a key of cases, or not of its kind`);
    for (const key of ['name', 'stack', 'framework', 'app', 'manager', 'layout', 'pattern', 'proof'])
      if (each[key] === undefined) throw new Error(`${each.name}: ${key} is missing`);
    if (each.proof === 'checked' && !each.why) throw new Error(`${each.name}: why is it only checked?`);
    const served = each.pattern !== 'artifact';
    const expected = each.proof === 'checked' ? [] : served ? ['port', 'health', 'user'] : ['files'];
    for (const key of expected) if (each[key] === undefined) throw new Error(`${each.name}: ${key} is missing`);
    return { build: 'inside', answers: {}, without: [], options: [], ...each, project: each.project ?? each.app };
  });
}
