import type { PlannedFile } from '@dockwarden-internal/scaffold';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';

/**
 * A planned file against what is there. `new`: nothing is; `same`: it says that already; `edited`: places of it are changed; `replaced`:
 * it said something else, and is replaced by force; `differs`: it says something else, and is left; `kept`: that was asked for; `removed`:
 * nothing is left of it.
 */
export interface FileChange {
  readonly path: string;
  readonly state: 'new' | 'same' | 'edited' | 'replaced' | 'differs' | 'kept' | 'removed';
  readonly before: string | undefined;
  readonly after: string;
}

export interface HowToChange {
  readonly force: boolean;
  readonly adopt: boolean;
}

/** What writing a file would do. Line endings alone are no difference: a checkout may have turned them. */
export function fileChange(fs: Pick<NodeFileSystem, 'read'>, file: PlannedFile, how: HowToChange): FileChange {
  const { path, text: after } = file;
  const before = fs.read(path);
  const change = (state: FileChange['state']): FileChange => ({ path, state, before, after });
  if (before === undefined) return change('new');
  if (sameLines(before, after)) return change('same');
  if (file.edited) return change('edited');
  if (how.force) return change('replaced');
  return change(how.adopt ? 'kept' : 'differs');
}

function sameLines(one: string, other: string): boolean {
  return one === other || one.replaceAll('\r\n', '\n') === other.replaceAll('\r\n', '\n');
}

/** Whether a change writes. */
export function writes({ state }: FileChange): boolean {
  return state === 'new' || state === 'edited' || state === 'replaced' || state === 'removed';
}
