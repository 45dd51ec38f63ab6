import { textAt } from '@dockwarden-internal/syntax';
import { ignoreFaults } from '../context/ignore-faults.ts';
import { patternsOf } from '../context/ignore-file.ts';
import { kind, link, many, text } from '../kernel/kind.ts';

export const ignoreKind = kind('ignore', {
  doc: 'The ignore file of a build context. `excludes` and `keeps` ask it about paths.',
  source: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  place: (ignore) => ignore.place,
  properties: {
    text: text('Its first line.', (ignore) => textAt(ignore.place)),
    path: text('Relative to the workspace root.', (ignore) => ignore.path),
    patterns: many('ignore-pattern', 'Its patterns, in order.', patternsOf),
    faults: many('fault', 'What Docker would refuse in it.', ignoreFaults),
    context: link('context', 'The build context.', (ignore) => ignore.context),
  },
});
