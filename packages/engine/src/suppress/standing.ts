import {
  directiveSuppressions,
  type Root,
  type SuppressedId,
  type Suppression,
  suppressionsIn,
} from '@dockwarden-internal/facts';
import type { Place } from '@dockwarden-internal/syntax';
import { coveredLines, type Lines } from './lines.ts';

/** A suppression where it stands. */
export interface Standing extends Lines {
  readonly root: Root;
  readonly suppression: Suppression;
  readonly comment: Place;
  /** The ids that silenced something. */
  readonly used: Set<SuppressedId>;
  /** The ids that would have, were it not locked. */
  readonly refused: Set<SuppressedId>;
}

/** The suppressions in the comments of a root's own file; a merged model's are those of its files. */
export function standingIn(root: Root): Standing[] {
  const inComments = commentsIn(root).flatMap((comment) =>
    suppressionsIn(comment).map((suppression) => stand(root, suppression, comment)),
  );
  if (root.kind !== 'dockerfile') return inComments;
  const { tree, source } = root.node;
  const directives = tree.directives.filter((each) => each.name === 'check');
  return [
    ...inComments,
    ...directives.flatMap(({ span }) =>
      directiveSuppressions({ source, span }).map((suppression) => stand(root, suppression, { source, span })),
    ),
  ];
}

/** The comments of a root's own file. */
export function commentsIn(root: Root): Place[] {
  if (root.kind !== 'dockerfile' && root.kind !== 'compose-file') return [];
  const { tree, source } = root.node;
  return tree.comments.map(({ span }) => ({ source, span }));
}

function stand(root: Root, suppression: Suppression, comment: Place): Standing {
  const lines = coveredLines(root, suppression, comment);
  return { root, suppression, comment, ...lines, used: new Set(), refused: new Set() };
}
