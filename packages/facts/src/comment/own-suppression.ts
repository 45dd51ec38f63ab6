import { type CommentText, idsBetween } from './located-list.ts';
import type { SuppressedId, Suppression } from './suppression.ts';

const HEAD = /^#+\s*dockwarden-ignore(-file)?(?=\s|$)/;

const OPTION = /^(?:until|owner)=/;

/** No id: an option of another name, one without its equals sign, a date that stands alone. */
const OPTION_MEANT = /=|^(?:until|owner)\b|^\d{4}-\d\d-\d\d$/i;

/** `# dockwarden-ignore ID… [until=DATE] [owner=WHO] -- reason`, and `# dockwarden-ignore-file ID…`. */
export function ownSuppressions(comment: CommentText): Suppression[] {
  const head = HEAD.exec(comment.text);
  if (!head) return [];
  const dashes = / --(?= |$)/.exec(comment.text);
  const end = dashes ? dashes.index : comment.text.length;
  const words = idsBetween(comment, head[0].length, end);
  const option = (name: string) => words.find((word) => word.id.startsWith(`${name}=`))?.id.slice(name.length + 1);
  const unread = words.filter(({ id }) => !OPTION.test(id) && OPTION_MEANT.test(id));
  const reason = dashes ? comment.text.slice(dashes.index + 3).trim() : '';
  return [
    {
      tool: 'dockwarden',
      ids: words.filter((word) => !OPTION.test(word.id) && !unread.includes(word)),
      everything: false,
      scope: head[1] ? 'file' : 'next',
      until: option('until'),
      owner: option('owner') || undefined,
      reason: reason === '' ? undefined : reason,
      ...(unread.length > 0 && { unread }),
    },
  ];
}

/** The keyword otherwise: in capitals, with a colon, as other tools have it. */
const NEAR = /^#+\s*dockwarden[-_: ]*(?:ignore|disable|suppress|skip)[\w-]*[ \t]*[:=]?\s+/i;

/** The ids that a comment names which looks like a suppression of ours and is none; undefined for any other comment. */
export function nearlySuppressed(
  comment: CommentText,
): { readonly ids: SuppressedId[]; readonly head: string } | undefined {
  if (HEAD.test(comment.text)) return undefined;
  const [before] = NEAR.exec(comment.text) ?? [];
  if (before === undefined) return undefined;
  const head = /file/i.test(before) ? '# dockwarden-ignore-file' : '# dockwarden-ignore';
  return { ids: idsBetween(comment, before.length, comment.text.length), head };
}
