import { positionAt } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import type { ComposeFile } from '../model/service.ts';
import type { Comment } from '../model/text.ts';

/** The comments of a Compose file, in order. */
export const composeComments = memo(({ source, tree }: ComposeFile): readonly Comment[] =>
  tree.comments.map(({ span, text }) => ({
    node: { span, text, line: positionAt(source, span.start).line, inside: false },
    place: { source, span },
  })),
);
