import { exitsWell, isExecuted } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import type { Command } from '../model/command.ts';
import { shellTreeOf } from '../runtime/shell-tree.ts';

/** The commands below one that run wherever it has run and its RUN succeeds. */
export const followedBy = memo((command: Command): readonly Command[] => {
  const { run, shell, siblings, index } = command;
  const { branches = [], scopes = [] } = shellTreeOf(run) ?? {};
  const around = upwards(branches, shell.branch);
  const ended = new Set<number>(isExecuted(shell) ? [shell.scope] : []);
  const followers: Command[] = [];
  for (const each of siblings.slice(index + 1)) {
    if (!around.has(each.shell.branch) || [...upwards(scopes, each.shell.scope)].some((scope) => ended.has(scope)))
      continue;
    followers.push(each);
    if (exitsWell(each.shell) || isExecuted(each.shell)) ended.add(each.shell.scope);
  }
  return followers;
});

/** A branch or shell, and all that are around it. */
function upwards(all: readonly { readonly parent?: number }[], from: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at: number | undefined = from; at !== undefined; at = all[at]?.parent) found.add(at);
  return found;
}
