import { type Repository, textAtCommit } from '@dockwarden-internal/build';
import type { FileSystem } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import type { Disk } from '../config/read-config.ts';
import { composeGroups } from '../lint-inputs/compose-groups.ts';
import type { AskedConfiguration } from '../lint-inputs/configured-inputs.ts';
import { fileLinks } from '../lint-inputs/file-links.ts';
import { takeNotes } from '../lint-inputs/file-notes.ts';
import { composeFilesOf } from '../lint-inputs/linked-files.ts';
import { type Survey, surveyOf } from '../lint-inputs/survey.ts';

/** What the files that are linted name of each other, as they are. */
export async function surveyNow(disk: Disk, files: readonly string[], asked: AskedConfiguration): Promise<Survey> {
  const { fs } = disk;
  const notes = new Map(files.map((path) => [path, takeNotes(path, fs.read(path) ?? '')] as const));
  return surveyOf(fs.root, notes, await fileLinks(disk, asked, notes));
}

/**
 * The same as it was before the change, since a link that was cut affects the file that it led to. Only files that changed are read
 * from the commit: the candidates among them, and then what their Compose files took in.
 */
export async function surveyBefore(
  now: Survey,
  fs: NodeFileSystem,
  { repository, commit }: { readonly repository: Repository; readonly commit: string },
  { files, candidates }: { readonly files: ReadonlySet<string>; readonly candidates: readonly string[] },
): Promise<Survey | Diagnostic> {
  const notes = new Map(now.notes);
  const texts = new Map<string, string | undefined>();
  const takenIn = (groups: Survey['groups']) =>
    groups.flatMap((group) => group.files.filter((path) => files.has(path)));
  let groups = now.groups;
  let unread = [...new Set([...candidates, ...takenIn(groups)])];
  if (unread.length === 0) return now;
  while (unread.length > 0) {
    for (const path of unread) {
      const text = await textAtCommit(repository, commit, path);
      if (typeof text === 'object') return text;
      texts.set(path, text);
      const note = text === undefined ? undefined : takeNotes(path, text);
      if (note && note.kind !== 'other') notes.set(path, note);
      else notes.delete(path);
    }
    groups = await composeGroups(withTexts(fs, texts), fs.root, composeFilesOf(notes));
    unread = [...new Set(takenIn(groups))].filter((path) => !texts.has(path));
  }
  return { ...now, notes, groups };
}

/** A disk with other texts; undefined where there was no file. */
function withTexts(fs: FileSystem, texts: ReadonlyMap<string, string | undefined>): FileSystem {
  return {
    ...fs,
    read: (path) => (texts.has(path) ? texts.get(path) : fs.read(path)),
    kind: (path) => (texts.has(path) ? (texts.get(path) === undefined ? undefined : 'file') : fs.kind(path)),
  };
}
