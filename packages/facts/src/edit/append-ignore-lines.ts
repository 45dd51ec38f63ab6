import { type SourceText, sourceText } from '@dockwarden-internal/syntax';
import { folderOf, joinPath } from '../kernel/path.ts';
import type { Context, IgnoreFile } from '../model/context.ts';
import type { LocatedEdit } from './yaml-owner.ts';

/**
 * Adds lines to a context's ignore file, in its line endings. Without one it is made: `<Dockerfile>.dockerignore` where
 * another Dockerfile of the context has such a file, else `.dockerignore`.
 */
export function appendIgnoreLines(
  file: IgnoreFile | undefined,
  context: Context,
  lines: readonly string[],
): LocatedEdit[] {
  const source = file?.tree.source ?? newFile(context);
  const { text } = source;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text === '' || text.endsWith('\n') ? '' : eol;
  const added = lines.map((line) => `${line}${eol}`).join('');
  return [{ source, edit: { span: { start: text.length, end: text.length }, text: start + added } }];
}

function newFile(context: Context): SourceText {
  const { dockerfile, directory } = context;
  const folder = folderOf(dockerfile.source.path);
  const ownFile = `${dockerfile.source.path}.dockerignore`;
  const siblings = dockerfile.world.fs.list(folder);
  const path = siblings.some((name) => name.endsWith('.dockerignore') && name !== '.dockerignore')
    ? ownFile
    : joinPath(directory, '.dockerignore');
  return sourceText(path, '');
}
