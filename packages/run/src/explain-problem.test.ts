import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainProblem } from './explain-problem.ts';

test('a problem is explained by what it is about', () => {
  expect(explainProblem('config/shape')).toContain('It is about dockwarden.yaml.');
  expect(explainProblem('image/unknown')).toContain('an image that was named');
});

test.each(['image/non-root', 'compose/healthcheck', 'config', 'config/', 'toString/x'])('%s is no problem', (id) =>
  expect(explainProblem(id)).toBeUndefined(),
);

test('an area that policies of the workspace have is theirs', () => {
  expect(explainProblem('build/failed', ['build/labels'])).toBeUndefined();
  expect(explainProblem('build/failed', ['builds/labels'])).toBeDefined();
});

test('every code that is written in the sources has a page', () => {
  const packages = join(__dirname, '../..');
  const sources = readdirSync(packages, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /^[a-z]+[\\/]src[\\/].*\.ts$/.test(path) && !/\.test\.ts$|[\\/]test/.test(path),
  );
  const codes = sources.flatMap((path) =>
    [...readFileSync(join(packages, path), 'utf8').matchAll(/code: '([a-z]+\/[a-z-]+)'/g)].map(([, code]) => code!),
  );
  expect(codes.length).toBeGreaterThan(100);
  expect(codes.filter((code) => !explainProblem(code) && !code.startsWith('syntax/'))).toEqual([]);
});
