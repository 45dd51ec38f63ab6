import type { Diagnostic } from '@dockwarden-internal/syntax';
import { CHECK_IGNORE_CALLS } from './bounds.ts';
import { gitFault } from './git-command.ts';
import type { Repository } from './repository.ts';
import { toTopLevel } from './root-path.ts';

/** Which of some paths, from the workspace's root, git ignores. Those behind a link or within a submodule are not, as far as this repository goes. */
export async function ignoredByGit(
  { git, prefix }: Repository,
  paths: ReadonlySet<string>,
): Promise<ReadonlySet<string> | Diagnostic> {
  // The command takes no literal pathspecs; with `./` no path reads as one with magic.
  const byPath = new Map(Array.from(paths, (path) => [`./${toTopLevel(prefix, path)}`, path]));
  const ignored = new Set<string>();
  let left = [...byPath.keys()];
  for (let calls = 0; left.length > 0 && calls < CHECK_IGNORE_CALLS; calls++) {
    const run = await git(['--no-literal-pathspecs', 'check-ignore', '-z', '--stdin'], `${left.join('\0')}\0`);
    if (run.failure !== undefined || ![0, 1, 128].includes(run.code)) return gitFault(run, 'asking what it ignores');
    for (const path of run.stdout.split('\0')) if (byPath.has(path)) ignored.add(byPath.get(path)!);
    // 1 says that it ignores none; 128 that it gave up at a path, having answered those before it.
    if (run.code !== 128) break;
    const offending = left.findIndex(
      (path) => run.stderr.includes(`'${path}'`) || run.stderr.includes(`'${path.slice(2)}'`),
    );
    if (offending < 0) return gitFault(run, 'asking what it ignores');
    left = left.slice(offending + 1);
  }
  return ignored;
}
