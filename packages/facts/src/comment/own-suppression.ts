import { type CommentText, idsBetween } from './located-list.ts';
import type { Suppression } from './suppression.ts';

const HEAD = /^#+\s*dockwarden-ignore(-file)?(?=\s|$)/;

/** `# dockwarden-ignore ID… [until=DATE] [owner=WHO] -- reason`, and `# dockwarden-ignore-file ID…`. */
export function ownSuppressions(comment: CommentText): Suppression[] {
  const head = HEAD.exec(comment.text);
  if (!head) return [];
  const dashes = / --(?= |$)/.exec(comment.text);
  const end = dashes ? dashes.index : comment.text.length;
  const words = idsBetween(comment, head[0].length, end);
  const option = (name: string) =>
    words.find((word) => word.id.startsWith(`${name}=`))?.id.slice(name.length + 1) || undefined;
  const reason = dashes ? comment.text.slice(dashes.index + 3).trim() : '';
  return [
    {
      tool: 'dockwarden',
      ids: words.filter((word) => !/^(until|owner)=/.test(word.id)),
      everything: false,
      scope: head[1] ? 'file' : 'next',
      until: option('until'),
      owner: option('owner'),
      reason: reason === '' ? undefined : reason,
    },
  ];
}
