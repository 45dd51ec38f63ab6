// Holds the policies to the list of practices: each is a policy's, the parser's, or left out for a reason that is written down.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { loadSource } from './load-source.mjs';

const root = join(import.meta.dirname, '..');
const practices = JSON.parse(readFileSync(join(import.meta.dirname, 'practices.json'), 'utf8'));

let source;
let named;
before(async () => {
  source = await loadSource(`
    export { compileBuiltin } from '@dockwarden-internal/run/builtin/compile-builtin';
    export { parseDockerfile, sourceText } from '@dockwarden-internal/syntax';
  `);
  const { compiled } = await source.compileBuiltin(join(root, 'policies'));
  named = new Map(compiled.policies.flatMap(({ id, practice = [] }) => [practice].flat().map((slug) => [slug, id])));
});

test('every practice is named by a policy, found by the parser or left out, and only one of these', () => {
  const listed = [...practices.policies, ...Object.keys(practices.parser), ...Object.keys(practices.leftOut)];
  assert.equal(new Set(listed).size, listed.length);
  assert.deepEqual([...named.keys()].sort(), [...practices.policies].sort());
});

/** A file with each of the parser's faults that practices go by. */
const broken = {
  'syntax/before-from': 'RUN a\nFROM b\n',
  'syntax/flag-value': 'FROM a\nHEALTHCHECK --interval=x CMD b\n',
  'syntax/heredoc-unterminated': 'FROM a\nRUN <<B\nc\n',
  'syntax/missing-argument': 'FROM a\nCOPY package*.json./\n',
  'syntax/no-from': 'ARG A\n',
  'syntax/onbuild-trigger': 'FROM a\nONBUILD FROM b\n',
  'syntax/unknown-flag': 'FROM a\nCOPY --form=b c d\n',
  'syntax/unknown-instruction': 'FROM a\nRUMM b\n',
};

for (const [practice, codes] of Object.entries(practices.parser))
  for (const code of codes)
    test(`the parser finds ${code} for ${practice}`, () => {
      const { faults } = source.parseDockerfile(source.sourceText('Dockerfile', broken[code]));
      assert.ok(faults.some((fault) => fault.code === code));
    });

for (const [practice, record] of Object.entries(practices.leftOut))
  test(`${practice} is left out for a reason`, () => {
    const path = join(root, record);
    assert.ok(existsSync(path), record);
    assert.match(readFileSync(path, 'utf8'), new RegExp(`\`${practice}\``));
  });
