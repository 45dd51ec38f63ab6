import { textAt } from '@dockwarden-internal/syntax';
import { kind, oneOf, text } from '../kernel/kind.ts';
import { isSecretItem, isSecretKey } from '../service/secret-key.ts';

export const keyKind = kind('key', {
  doc: 'A key of a map or an item of a list, as written.',
  source: 'https://yaml.org/spec/1.2.2/#mapping',
  key: 'name',
  place: (key) => key.place,
  properties: {
    name: text('The key; of an item what it is ordered by.', (key) => key.name, {
      sensitive: isSecretItem,
    }),
    text: text('As written.', (key) => textAt(key.place), {
      sensitive: isSecretItem,
    }),
    shape: oneOf(['scalar', 'map', 'list'], 'What its value is.', (key) => key.node.kind),
    quote: oneOf(
      ['plain', 'single', 'double', 'literal', 'folded'],
      'How its value is quoted; absent for a map or list.',
      (key) => (key.node.kind === 'scalar' ? key.node.quote : undefined),
    ),
    value: text(
      'Its value; absent for a map or list.',
      (key) => (key.node.kind === 'scalar' ? String(key.node.value) : undefined),
      { sensitive: isSecretKey, at: (key) => ({ source: key.node.source, span: key.node.span }) },
    ),
  },
});
