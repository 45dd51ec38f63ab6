import type { Place } from '@dockwarden-internal/syntax';
import { isUnsure } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import { placeOf } from '../model/dockerfile.ts';
import { shellTreeOf } from '../runtime/shell-tree.ts';
import { userAt } from '../runtime/user.ts';

/** Wrappers that run a command as another user. */
const AS_ANOTHER: ReadonlySet<string> = new Set([
  ...['sudo', 'doas', 'gosu', 'su-exec', 's6-setuidgid', 'setuidgid', 'setpriv', 'runuser'],
]);

/** The last statement of a command's RUN, where ` && x` behind it runs wherever the command has and the RUN succeeds. */
export function runEnd({ run, shell }: Command): Place | undefined {
  if (shell.embedding !== undefined || run.node.json !== undefined) return undefined;
  const end = shellTreeOf(run)?.end;
  return end && (!runsAsAnother(shell.via) || isRoot(run)) ? placeOf(run.dockerfile, end) : undefined;
}

function runsAsAnother(via: readonly string[]): boolean {
  return via.some((wrapper) => AS_ANOTHER.has(wrapper));
}

function isRoot(run: Command['run']): boolean {
  const user = userAt(run);
  return user !== undefined && !isUnsure(user) && user.root === true;
}
