import { entryOf, sourceText } from '@dockwarden-internal/syntax';
import { parseYaml } from '@dockwarden-internal/syntax/yaml/parse-yaml';
import type { ComposeFile } from '../model/service.ts';
import { isSecretKey } from './secret-key.ts';

function secret(name: string, yaml: string): boolean {
  const tree = parseYaml(sourceText('compose.yaml', `x: ${yaml}`));
  const node = entryOf(tree.root, 'x')!.value;
  const file = { source: tree.source, tree } as ComposeFile;
  return isSecretKey({
    file,
    name: node.kind === 'scalar' && name === '' ? String(node.value) : name,
    node,
    place: { source: tree.source, span: node.span },
  });
}

test.each([
  ['POSTGRES_PASSWORD', 'hunter2hunter2', true],
  ['', 'POSTGRES_PASSWORD=hunter2hunter2', true],
  ['POSTGRES_PASSWORD', 'POSTGRES_PASSWORD=hunter2hunter2', true],
  ['POSTGRES_PASSWORD', 'POSTGRES_PASSWORD=', false],
  ['POSTGRES_USER', 'app', false],
  ['POSTGRES_PASSWORD_FILE', '/run/secrets/db', false],
  ['', 'POSTGRES_PASSWORD', false],
  ['environment', '{ A: b }', false],
  ['POSTGRES_PASSWORD', '', false],
])('%s: %s', (name, yaml, expected) => {
  expect(secret(name, yaml)).toBe(expected);
});
