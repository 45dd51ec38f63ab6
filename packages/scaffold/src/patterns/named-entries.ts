import { type FileSystem, joinPath } from '@dockwarden-internal/facts';

/** Names in a folder that nothing is built from. */
const ASIDE =
  /^(?:\..*|dist|build|target|out|bin|obj|docs?|node_modules|coverage|tmp|logs?|testdata|README.*|LICEN[CS]E.*|.*\.md|Dockerfile.*|.*compose.*\.ya?ml)$/;

/** Folders and files to copy one by one into a stage that ships, instead of all that lies in the folder tomorrow. */
export function namedEntries(
  fs: FileSystem,
  root: string,
  files: RegExp,
): { readonly folders: readonly string[]; readonly files: readonly string[] } {
  const names = fs.list(root).filter((name) => !ASIDE.test(name));
  const kind = (name: string) => fs.kind(joinPath(root, name));
  return {
    folders: names.filter((name) => kind(name) === 'directory' && fs.list(joinPath(root, name)).length > 0),
    files: names.filter((name) => kind(name) === 'file' && files.test(name)),
  };
}

/** COPY of each, into the folder that the stage is in. */
export function entryCopies({ folders, files }: ReturnType<typeof namedEntries>): string[] {
  return [
    ...(files.length > 0 ? [`COPY ${files.join(' ')} ./`] : []),
    ...folders.map((name) => `COPY ${name} ./${name}`),
  ];
}
