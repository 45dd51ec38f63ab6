import { sourceText } from '@dockwarden-internal/syntax';
import { loadPack } from './load-pack.ts';

test('a pack may do nothing but extend others', () => {
  const { pack, diagnostics } = loadPack(sourceText('p', 'dockwarden: pack/v1\nid: p\nextends: [a, b]\n'));
  expect(diagnostics).toEqual([]);
  expect(pack).toMatchObject({ extends: ['a', 'b'], policies: {} });
});
