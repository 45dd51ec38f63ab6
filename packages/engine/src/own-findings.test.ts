import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFinding, reservedArea } from './own-findings.ts';
import { OWN_FINDINGS } from './own-findings-table.ts';

const packages = join(__dirname, '../..');

function sourcesIn(folder: string): string[] {
  return readdirSync(join(packages, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(packages, folder, path), 'utf8'));
}

test('everything that the parser tells is explained, and nothing else', () => {
  const codes = sourcesIn('syntax/src/dockerfile').flatMap((text) => text.match(/'syntax\/[a-z-]+'/g) ?? []);
  const told = [...new Set(codes.map((code) => code.slice(1, -1)))].sort();
  const ours = Object.keys(OWN_FINDINGS).filter((id) => /^syntax\/(?!yaml-)/.test(id));
  expect(ours.sort()).toEqual(told);
});

test('what is said of comments and waivers is explained', () => {
  const idle = readFileSync(join(__dirname, 'suppress/idle.ts'), 'utf8').match(/report\(standing, '([a-z-]+)'/g) ?? [];
  const waivers = readFileSync(join(__dirname, 'waivers/waiver-findings.ts'), 'utf8');
  const words = waivers.match(/(?:name: |say\(\s*)'([a-z-]+)'/g) ?? [];
  const nameOf = (match: string) => /'([a-z-]+)'/.exec(match)![1];
  for (const name of idle.map(nameOf)) expect(ownFinding(`suppression/${name}`)).toBeDefined();
  for (const name of words.map(nameOf)) expect(ownFinding(`waiver/${name}`)).toBeDefined();
  expect([idle.length, words.length].every((count) => count > 2)).toBe(true);
});

test('faults of YAML are one matter, and every area of ours is kept', () => {
  expect(ownFinding('syntax/yaml-indent')!.meaning).toMatch(/YAML/);
  expect(ownFinding('syntax/json-form')).toBeUndefined();
  expect(['syntax/x', 'suppression/x', 'waiver/x', 'shellcheck/x'].map(reservedArea)).not.toContain(undefined);
  expect(reservedArea('house/x')).toBeUndefined();
});
