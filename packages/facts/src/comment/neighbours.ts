import { memo } from '../kernel/memo.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { Comment } from '../model/text.ts';
import { commentsOf } from './comments.ts';

const byLine = memo(
  (dockerfile: Dockerfile): ReadonlyMap<number, Comment> =>
    new Map(commentsOf(dockerfile).map((comment) => [comment.node.line, comment])),
);

/** The comments on the lines directly above and below; none in a Compose file. */
export function neighboursOf({ dockerfile, node }: Comment): readonly Comment[] {
  if (!dockerfile) return [];
  const comments = byLine(dockerfile);
  return [node.line - 1, node.line + 1].flatMap((line) => comments.get(line) ?? []);
}
