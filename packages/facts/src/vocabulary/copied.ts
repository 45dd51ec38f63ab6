import { textAt } from '@dockwarden-internal/syntax';
import { flag, kind, link, text } from '../kernel/kind.ts';
import { copiedPath } from '../stage/copied-path.ts';

export const copiedKind = kind('copied', {
  doc: 'What one source of a COPY or ADD leaves in a stage’s image.',
  source: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
  key: 'target',
  place: (copied) => copied.place,
  properties: {
    target: text('Where it goes, from the root of the image.', (copied) => copied.target),
    path: text(
      'Where the file itself lies, be the target a folder or not; unknown for a pattern or a folder.',
      copiedPath,
    ),
    owner: text(
      'As --chown says it; `root` without; unknown for what comes from another stage.',
      (copied) => copied.owner,
    ),
    mode: text(
      'As --chmod says it; absent where it keeps that of the file; unknown for what comes from another stage.',
      (copied) => copied.mode,
    ),
    readableByUser: flag(
      'Whether the stage’s user can read it; unknown where a later command may have changed that.',
      (copied) => copied.readableByUser,
    ),
    source: link('source', 'The source.', (copied) => copied.source),
    stage: link(
      'stage',
      'The stage whose image holds it, not always the one that it stands in.',
      (copied) => copied.stage,
    ),
    text: text('The instruction as written.', ({ place }) => textAt(place)),
  },
});
