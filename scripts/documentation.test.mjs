// Holds the documentation to the product: links lead somewhere, and what is shown as a policy or a configuration is one.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { commandsIn, fits, runCommand } from './documentation/console.mjs';
import { brokenLinks } from './documentation/links.mjs';
import { blocksOf, readPages } from './documentation/pages.mjs';
import { wholePolicy } from './documentation/snippets.mjs';
import { loadSource } from './load-source.mjs';

const root = join(import.meta.dirname, '..');
const pages = readPages(root);

test('every link leads to a file, and to a heading of it', () => {
  assert.deepEqual(brokenLinks(root, pages), []);
});

describe('snippets', () => {
  const blocks = [...pages]
    .filter(([path]) => !path.startsWith('docs/policies/'))
    .flatMap(([path, page]) => blocksOf(page).map((block) => ({ ...block, at: `${path}:${block.line}` })))
    .filter(({ info }) => info.startsWith('yaml'));
  let source;
  before(async () => {
    source = await loadSource(`
      export { vocabulary } from '@dockwarden-internal/facts';
      export { platformPattern } from '@dockwarden-internal/policy';
      export { loadConfig, loadPack, loadPolicy, loadTerms, loadWaivers } from '@dockwarden-internal/policy/load';
      export { runExamples, survivingMutants } from '@dockwarden-internal/engine';
      export { linearPattern } from '@dockwarden-internal/run/policies/linear-pattern';
      export { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';
      export { sourceText } from '@dockwarden-internal/syntax';
    `);
  });
  const saidOf = ({ diagnostics }) =>
    diagnostics.map(({ message, hint, place }) => `${message}${hint ? ` (${hint})` : ''} at ${place?.span.start}`);
  const load = (text) => source.loadPolicy(source.sourceText('snippet', text), source.vocabulary, source.linearPattern);

  for (const { at, text } of blocks.filter((block) => block.text.startsWith('dockwarden: policy/v1'))) {
    test(`${at}: a policy that loads, whose examples hold, and whose clauses are all needed`, () => {
      const loaded = load(text);
      assert.deepEqual(saidOf(loaded), []);
      const tools = { parseYaml: source.parseYaml, compilePattern: source.linearPattern };
      assert.deepEqual(source.runExamples(loaded.document, tools), []);
      assert.deepEqual(
        source.survivingMutants(loaded.document, tools).map(({ path, change }) => `${path} ${change}`),
        [],
      );
    });
  }

  for (const { at, info, text } of blocks.filter(({ info }) => /^yaml (where|check) \S+$/.test(info))) {
    const [, part, kind] = info.split(' ');
    test(`${at}: a ${part} on ${kind} that loads`, () => {
      assert.deepEqual(saidOf(load(wholePolicy(part, kind, text))), []);
    });
  }

  for (const [word, loader] of [
    ['config', 'loadConfig'],
    ['terms', 'loadTerms'],
    ['pack', 'loadPack'],
    ['waivers', 'loadWaivers'],
  ]) {
    for (const { at, text } of blocks.filter((block) => block.text.startsWith(`dockwarden: ${word}/v1`))) {
      test(`${at}: a ${word} that loads`, () => {
        assert.deepEqual(saidOf(source[loader](source.sourceText('snippet', text))), []);
      });
    }
  }
});

describe('consoles', () => {
  const blocks = [...pages].flatMap(([path, page]) =>
    blocksOf(page)
      .filter(({ info }) => info.startsWith('console'))
      .map((block) => ({ ...block, at: `${path}:${block.line}` })),
  );
  for (const { at, info, text } of blocks) {
    const [, folder = '.'] = info.split(' ');
    for (const { command, shown } of commandsIn(text)) {
      test(`${at}: ${command}`, () => {
        const lines = runCommand(root, folder, command);
        assert.ok(
          fits(shown.at(-1) === '' ? shown.slice(0, -1) : shown, lines),
          `${command} prints\n${lines.join('\n')}`,
        );
      });
    }
  }
});
