import { type CommentNode, positionAt } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { type Dockerfile, placeOf } from '../model/dockerfile.ts';
import type { Comment } from '../model/text.ts';
import { directiveSuppressions, type Suppression, suppressionsIn } from './suppression.ts';

/** The comments of a Dockerfile in order, the parser directives of its first lines among them. */
export const commentsOf = memo((dockerfile: Dockerfile): readonly Comment[] => {
  const { tree, source } = dockerfile;
  const directives = tree.directives.map((directive): Comment => {
    const node: CommentNode = {
      span: directive.span,
      text: source.text.slice(directive.span.start + 1, directive.span.end).trim(),
      line: positionAt(source, directive.span.start).line,
      inside: false,
    };
    return { dockerfile, node, directive, place: placeOf(dockerfile, directive.span) };
  });
  const comments = tree.comments.map((node): Comment => ({ dockerfile, node, place: placeOf(dockerfile, node.span) }));
  return [...directives, ...comments];
});

/** What the comment switches off, of our policies or of a peer's rules. */
export const suppressionsOf = memo(({ directive, place }: Comment): readonly Suppression[] => {
  if (directive) return directive.name === 'check' ? directiveSuppressions(place) : [];
  return suppressionsIn(place);
});

/** Why it does, in its own words; absent where nothing is switched off, or no reason given. */
export function reasonOf(comment: Comment): string | undefined {
  return suppressionsOf(comment).find(({ reason }) => reason !== undefined)?.reason;
}

/** The first word; absent in an empty comment. */
export function firstWordOf({ node }: Comment): string | undefined {
  return node.text.split(/\s+/, 1)[0] || undefined;
}

export function isTodo({ node }: Comment): boolean {
  return /\b(?:TODO|FIXME)\b/i.test(node.text);
}
