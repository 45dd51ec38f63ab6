import { sourceText } from '@dockwarden-internal/syntax';
import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';
import { composeFaults } from './faults.ts';
import { locate } from './load/locate.ts';
import { scalarText } from './scalar-text.ts';

test.each([
  ['a b', 'a b'],
  ['"0440"', '0440'],
  ['0440', '288'],
  ['1_000', '1000'],
  ['9223372036854775807', '9223372036854775807'],
  ['1.10', '1.1'],
  ['100000.0', '100000'],
  ['1e6', '1e+06'],
  ['123456789.5', '1.234567895e+08'],
  ['0.0001', '0.0001'],
  ['0.00001', '1e-05'],
  ['True', 'true'],
  ['~', ''],
  ['.inf', '+Inf'],
  ['.nan', 'NaN'],
])('%s is passed on as %s', (written, text) => {
  const { root } = parseYaml(sourceText('x', written));
  const variables = { get: () => undefined, unset: 'keep' } as const;
  const located = locate(root, { folder: '.', variables, faults: composeFaults() }).root;
  expect(located?.kind === 'scalar' && scalarText(located)).toBe(text);
});
