import { git } from './run-git.ts';

/** The files of one commit: text by path, and `gitlink:` before a commit of a submodule. */
export type Tree = ReadonlyMap<string, string>;

export interface WrittenCommit {
  readonly tree: Tree;
  /** Indexes of earlier commits. */
  readonly parents: readonly number[];
  /** Seconds since 1970. */
  readonly time: number;
}

/** Writes a history into a new repository, the last commit becoming the branch `main`, and returns the ids. */
export function writeHistory(folder: string, commits: readonly WrittenCommit[]): readonly string[] {
  const parts: string[] = [];
  commits.forEach(({ tree, parents, time }, index) => {
    const last = index === commits.length - 1;
    // Each on a branch of its own, so that a commit without `from` is a root.
    parts.push(`commit refs/heads/${last ? 'main' : `c${index}`}\nmark :${index + 1}`);
    parts.push(`committer c <c@example.com> ${time} +0000\ndata 0`);
    parents.forEach((parent, order) => {
      parts.push(`${order === 0 ? 'from' : 'merge'} :${parent + 1}`);
    });
    parts.push('deleteall');
    for (const [path, text] of tree) {
      if (text.startsWith('gitlink:')) parts.push(`M 160000 ${text.slice('gitlink:'.length)} ${path}`);
      else parts.push(`M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}`);
    }
    parts.push('');
  });
  git(folder, ['init', '-q']);
  git(folder, ['fast-import', '--quiet'], `${parts.join('\n')}\ndone\n`);
  const refs = git(folder, ['for-each-ref', '--format=%(refname:strip=2) %(objectname)', 'refs/heads']);
  const ids = new Map(refs.split('\n').map((line) => line.split(' ') as [string, string]));
  return commits.map((_, index) => ids.get(index === commits.length - 1 ? 'main' : `c${index}`)!);
}
