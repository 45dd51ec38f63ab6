import { baseName, folderOf, joinPath, relativeTo } from '@dockwarden-internal/facts';
import type { App } from '../../model/app.ts';
import type { ProgramFile } from '../source/program-files.ts';
import { reads } from '../source/token.ts';

/** What stands before the name of a module that lies beside a file, where the file imports it: `.`, `app.`, or nothing. */
export interface ImportForm {
  readonly prefix: string;
  /** Why that is only a guess. */
  readonly unsure?: string;
}

/**
 * As the file imports what lies beside it; else by what is known of how it is started. Source: Python Language Reference, "Package
 * Relative Imports": they need the file to be imported as part of a package.
 */
export function importForm(app: App, { path, tokens }: ProgramFile): ImportForm {
  const folder = folderOf(path);
  const isHere = (name: string) =>
    app.fs.kind(joinPath(folder, `${name}.py`)) === 'file' || app.fs.kind(joinPath(folder, name)) === 'directory';
  for (const [at, token] of tokens.entries()) {
    if (!token.first || !reads(tokens, at, 'from')) continue;
    if (reads(tokens, at + 1, '.')) return { prefix: '.' };
    const words: string[] = [];
    for (let next = at + 1; tokens[next] && !reads(tokens, next, 'import'); next++)
      if (tokens[next]!.kind === 'word') words.push(tokens[next]!.text);
    if (words[0] !== undefined && isHere(words[0]) && !isPackage(app, folder)) return { prefix: '' };
    const own = words.indexOf(baseName(folder));
    if (own >= 0 && words[own + 1] !== undefined && isHere(words[own + 1]!))
      return { prefix: `${words.slice(0, own + 1).join('.')}.` };
  }
  const below = relativeTo(app.project.root, folder);
  if (below === '.' || (below === 'src' && !isPackage(app, folder))) return { prefix: '' };
  if (isPackage(app, folder)) return { prefix: '.' };
  return { prefix: '.', unsure: `whether ${folder} is started as a package cannot be told` };
}

function isPackage({ fs }: App, folder: string): boolean {
  return fs.kind(joinPath(folder, '__init__.py')) === 'file';
}
