import { exitsWell, isExecuted, type ShellTree } from '@dockwarden-internal/syntax';
import { countBelow } from '../kernel/count-below.ts';
import type { Stretch } from '../kernel/kind.ts';
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
  for (let at = index + 1; at < siblings.length; at++) {
    const each = siblings[at]!;
    if (!around.has(each.shell.branch) || isIn(ended, scopes, each.shell.scope)) continue;
    followers.push(each);
    if (endsShell(each)) ended.add(each.shell.scope);
  }
  return followers;
});

/** The same, as the ends of lists that the branches have; none where shells within the body end before their last command, which is rare. */
export function followerStretches({ run, shell, siblings, index }: Command): readonly Stretch[] {
  const byBranch = branchesOf(siblings);
  if (!byBranch || isExecuted(shell)) return [];
  const around = [...upwards(shellTreeOf(run)?.branches ?? [], shell.branch)].flatMap(
    (branch) => byBranch.get(branch) ?? [],
  );
  const last = Math.min(...around.map(({ ends }) => ends[countBelow(ends, index + 1)] ?? siblings.length));
  return around.map(({ commands, indexes }) => ({
    list: commands,
    from: countBelow(indexes, index + 1),
    to: countBelow(indexes, last + 1),
  }));
}

interface Branch {
  readonly commands: Command[];
  readonly indexes: number[];
  /** The indexes of those that end the shell. */
  readonly ends: number[];
}

/** The commands of each branch; undefined where some end a shell within the body's own, and others follow there. */
const branchesOf = memo((siblings: readonly Command[]): ReadonlyMap<number, Branch> | undefined => {
  const byBranch = new Map<number, Branch>();
  const ended = new Set<number>();
  const { scopes = [] } = (siblings[0] && shellTreeOf(siblings[0].run)) ?? {};
  for (const command of siblings) {
    const { branch, scope } = command.shell;
    if (isIn(ended, scopes, scope)) return undefined;
    const ends = endsShell(command) && scope === 0;
    if (endsShell(command) && !ends) ended.add(scope);
    const found = byBranch.get(branch) ?? { commands: [], indexes: [], ends: [] };
    byBranch.set(branch, found);
    found.commands.push(command);
    found.indexes.push(command.index);
    if (ends) found.ends.push(command.index);
  }
  return byBranch;
});

function endsShell({ shell }: Command): boolean {
  return exitsWell(shell) || isExecuted(shell);
}

/** Whether a shell, or one around it, is among some. */
function isIn(some: ReadonlySet<number>, scopes: ShellTree['scopes'], scope: number): boolean {
  for (let at: number | undefined = scope; some.size > 0 && at !== undefined; at = scopes[at]?.parent)
    if (some.has(at)) return true;
  return false;
}

/** A branch or shell, and all that are around it. */
function upwards(all: readonly { readonly parent?: number }[], from: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at: number | undefined = from; at !== undefined; at = all[at]?.parent) found.add(at);
  return found;
}
