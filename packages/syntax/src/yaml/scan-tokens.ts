import type { CST } from 'yaml';
import type { YamlComment } from './tree.ts';

export interface TokenScan {
  /** The deepest nesting of collections: 1 for a flat map. */
  readonly depth: number;
  /** Offset at which that depth is reached. */
  readonly deepest: number;
  readonly comments: readonly YamlComment[];
}

/**
 * Looks at every token without recursion: what composes them afterwards does recurse, so depth is known before.
 * Comments are gathered here because the composer joins those that stand together.
 */
export function scanTokens(tokens: readonly CST.Token[]): TokenScan {
  const comments: YamlComment[] = [];
  const stack: { token: CST.Token; depth: number }[] = [];
  let depth = 0;
  let deepest = 0;
  const push = (found: readonly CST.Token[] | undefined, at: number) => {
    for (const token of found ?? []) {
      if (token.type === 'comment') comments.push(commentOf(token));
      else if (token.type !== 'space' && token.type !== 'newline') stack.push({ token, depth: at });
    }
  };
  push(tokens, 0);
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { token } = next;
    const inside = next.depth + 1;
    if (isCollectionToken(token)) {
      if (inside > depth) {
        depth = inside;
        deepest = token.offset;
      }
      if (token.type === 'flow-collection') push(token.end, inside);
      for (const item of token.items) {
        push(item.start, inside);
        push(item.sep, inside);
        if (item.key) stack.push({ token: item.key, depth: inside });
        if (item.value) stack.push({ token: item.value, depth: inside });
      }
    } else if (token.type === 'document') {
      push(token.start, 0);
      push(token.end, 0);
      if (token.value) stack.push({ token: token.value, depth: 0 });
    } else if (token.type === 'block-scalar') push(token.props, 0);
    else if ('end' in token) push(token.end, 0);
  }
  comments.sort((a, b) => a.span.start - b.span.start);
  return { depth, deepest, comments };
}

function isCollectionToken(token: CST.Token): token is CST.BlockMap | CST.BlockSequence | CST.FlowCollection {
  return token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection';
}

function commentOf(token: CST.SourceToken): YamlComment {
  return {
    span: { start: token.offset, end: token.offset + token.source.replace(/\r$/, '').length },
    text: token.source.replace(/^#+/, '').trim(),
  };
}
