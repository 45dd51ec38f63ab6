import { baseName, type FileSystem, folderOf, joinPath } from '@dockwarden-internal/facts';
import { resolveFolder } from '../../paths/resolve-folder.ts';

/** What a requirements file asks for, with the files that it includes. Source: pip, "Requirements File Format". */
export interface Requirements {
  /** Files that have to be there for an install, the first one first; from the workspace's root. */
  readonly files: readonly string[];
  /** Names in normal form, and with extras: `fastapi[standard]`. */
  readonly names: readonly string[];
}

/** How many files may include each other. */
const FILES = 50;

export function readRequirements(fs: FileSystem, path: string): Requirements {
  const files = new Set([path]);
  const names: string[] = [];
  for (const file of files) {
    for (const line of (fs.read(file) ?? '').split(/\r?\n/)) {
      const included = /^\s*(?:-r|--requirement|-c|--constraint)[\s=]+(\S+)/.exec(line)?.[1];
      const target = included === undefined ? undefined : resolveFolder(folderOf(file), included);
      if (target !== undefined && files.size < FILES && fs.kind(target) === 'file') files.add(target);
      const name = requirementName(line);
      if (name !== undefined) names.push(name);
    }
  }
  return { files: [...files], names };
}

/** `Flask_Login[x]>=1; python_version<"3"` asks for `flask-login[x]`; an option, a path or an address for nothing that has a name. */
export function requirementName(line: string): string | undefined {
  const found = /^\s*([A-Za-z0-9][\w.-]{0,200})\s{0,8}(\[[\w.,\s-]{0,200}\])?\s{0,8}(?:$|[=<>!~;#(@ ])/.exec(line);
  if (!found) return undefined;
  const extras = found[2]?.replace(/\s/g, '') ?? '';
  return found[1]!.toLowerCase().replace(/[-_.]+/g, '-') + extras;
}

/** Folders and names that requirements files have, those of production before all of them. */
const PRODUCTION = [
  'requirements.txt',
  'requirements/production.txt',
  'requirements/prod.txt',
  'requirements/base.txt',
  'requirements-prod.txt',
];
const DEVELOPMENT =
  /^(?:(?:dev|test)[\w-]*requirements|requirements[-_.](?:dev|develop|development|test|tests|local)\w*|dev|develop|development|test|tests|local)\.txt$/;

export function requirementFiles(
  fs: FileSystem,
  root: string,
): { readonly production?: string; readonly development?: string } {
  const production = PRODUCTION.map((name) => joinPath(root, name)).find((path) => fs.kind(path) === 'file');
  const development = [root, joinPath(root, 'requirements')]
    .flatMap((folder) => fs.list(folder).map((name) => joinPath(folder, name)))
    .find(
      (path) =>
        (folderOf(path) !== root || baseName(path).includes('requirements')) && DEVELOPMENT.test(baseName(path)),
    );
  return { ...(production !== undefined && { production }), ...(development !== undefined && { development }) };
}
