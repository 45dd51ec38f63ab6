import { type IgnoreTree, patternEffects } from '@dockwarden-internal/syntax';
import { lineOf } from '../context/ignore-file.ts';
import { flag, kind, link, text } from '../kernel/kind.ts';
import { memo } from '../kernel/memo.ts';
import type { PatternLine } from '../model/context.ts';

const effectsOf = memo((tree: IgnoreTree) => patternEffects(tree));

function undoneBy({ file, pattern }: PatternLine): PatternLine | undefined {
  const undoing = effectsOf(file.tree).get(pattern)?.undoneBy;
  return undoing && lineOf(file, undoing);
}

export const ignorePatternKind = kind('ignore-pattern', {
  doc: 'One line of an ignore file.',
  source: 'https://docs.docker.com/build/concepts/context/#syntax',
  key: 'text',
  place: (line) => line.place,
  properties: {
    text: text('As written.', ({ pattern }) => pattern.text),
    negated: flag('True for `!pattern`, which takes back what earlier lines ignore.', ({ pattern }) => pattern.negated),
    canMatch: flag(
      'False where no path of any context can match, whatever files there are.',
      ({ file, pattern }) => effectsOf(file.tree).get(pattern)?.canMatch ?? true,
    ),
    undoneBy: link(
      'ignore-pattern',
      'The later `!` line that takes back all that this one ignores; absent where none surely does.',
      undoneBy,
    ),
    file: link('ignore', 'The ignore file.', ({ file }) => file),
  },
});
