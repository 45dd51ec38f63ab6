import { type CommentText, idsBetween, reasonOf } from './located-list.ts';
import type { Suppression } from './suppression.ts';

const CHECK = /^#+\s*check\s*=\s*/i;
const SKIP = /(?:^|;)\s*skip\s*=([^;]*?)(?=;|\/\/|$)/i;

/**
 * `# check=skip=RULE,RULE;error=true`: as a directive for the file, elsewhere for the instruction below; a remark may follow `//`.
 * Source: Docker docs, "Checking your build configuration"; moby/buildkit#6334.
 */
export function checkSkip(comment: CommentText, scope: 'file' | 'instruction'): Suppression[] {
  const check = CHECK.exec(comment.text);
  if (!check) return [];
  const options = comment.text.slice(check[0].length);
  const skip = SKIP.exec(options);
  if (!skip) return [];
  const end = check[0].length + skip.index + skip[0].length;
  const ids = idsBetween(comment, end - skip[1]!.length, end);
  const everything = ids.some((word) => word.id.toLowerCase() === 'all');
  const remark = options.indexOf('//');
  return [
    {
      tool: 'buildkit',
      ids: everything ? [] : ids,
      everything,
      scope,
      reason: remark < 0 ? undefined : reasonOf(options.slice(remark + 2)),
    },
  ];
}

/** What `experimental=` names in the value of a `# check=` directive: `skip=A;experimental=B,C`. Source: Docker docs, "Checking your build configuration". */
export function experimentalChecks(value = ''): readonly string[] {
  const named = /(?:^|;)\s*experimental\s*=\s*([^;]*)/i.exec(value)?.[1] ?? '';
  return named.split(',').flatMap((word) => word.trim() || []);
}
