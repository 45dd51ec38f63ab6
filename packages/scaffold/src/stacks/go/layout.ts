import { type FileSystem, isWithin, joinPath } from '@dockwarden-internal/facts';
import { sourceFiles } from '../../detect/source-files.ts';
import type { App } from '../../model/app.ts';
import { resolveFolder } from '../../paths/resolve-folder.ts';
import { type GoMod, readGoMod } from './go-mod.ts';

/** Where a Go app's modules lie, and what of them an image needs; folders are from the workspace's root. */
export interface GoLayout {
  readonly context: 'project' | 'workspace';
  /** Folders of the modules whose go.mod the go command wants to see: of a go.work all, of a module its replacements too. */
  readonly modules: readonly string[];
  /** Whether a go.work at the root joins them. */
  readonly work: boolean;
  /** Folders whose sources are compiled; the root itself where the app is all there is. */
  readonly sources: readonly string[];
  /** Whether dependencies lie in a vendor folder of the app's module. */
  readonly vendored: boolean;
}

/** Undefined where no go.mod is in charge of the project's folder. */
export function goLayout({ fs, project }: App): GoLayout | undefined {
  const { root } = project;
  const own = readModule(fs, root);
  const work = root === '.' ? undefined : fs.read('go.work');
  if (work !== undefined) {
    const used = readGoMod(work).uses.flatMap((path) => resolveFolder('.', path) ?? []);
    const home = used.filter((folder) => isWithin(root, folder)).sort((a, b) => b.length - a.length)[0];
    if (home !== undefined) {
      const modules = [...new Set(used)].filter((folder) => fs.kind(joinPath(folder, 'go.mod')) === 'file').sort();
      const vendored = fs.kind('vendor/modules.txt') === 'file';
      return { context: 'workspace', modules, work: true, sources: neededModules(fs, home, modules), vendored };
    }
  }
  if (own) {
    const modules = replacedModules(fs, root, own);
    const context = modules.every((folder) => isWithin(folder, root)) ? 'project' : 'workspace';
    const vendored = fs.kind(joinPath(root, 'vendor/modules.txt')) === 'file';
    return { context, modules, work: false, sources: context === 'project' ? [root] : modules, vendored };
  }
  const whole = root === '.' ? undefined : readModule(fs, '.');
  if (!whole) return undefined;
  const sources = neededFolders(fs, root, whole.module ?? '');
  const vendored = fs.kind('vendor/modules.txt') === 'file';
  return { context: 'workspace', modules: ['.'], work: false, sources, vendored };
}

function readModule(fs: FileSystem, folder: string): GoMod | undefined {
  const text = fs.read(joinPath(folder, 'go.mod'));
  return text === undefined ? undefined : readGoMod(text);
}

/** The module and the folders that it names in the place of others; replacements of replacements do not count. Source: Go modules reference. */
function replacedModules(fs: FileSystem, root: string, own: GoMod): string[] {
  const folders = own.replacedBy.flatMap((path) => resolveFolder(root, path) ?? []);
  return [root, ...[...new Set(folders)].filter((folder) => fs.kind(joinPath(folder, 'go.mod')) === 'file').sort()];
}

/** The app's module and those of the workspace that it imports from, directly or not. */
function neededModules(fs: FileSystem, home: string, modules: readonly string[]): string[] {
  const paths = modules.flatMap((folder) => {
    const module = readModule(fs, folder)?.module;
    return module === undefined ? [] : [{ folder, module }];
  });
  return reach(home, (folder) => {
    const texts = sourceFiles(fs, folder, { endings: ['.go'] }).map(({ text }) => text);
    const required = readModule(fs, folder)?.requires ?? [];
    return paths
      .filter(({ module }) => required.includes(module) || texts.some((text) => imports(text, module)))
      .map((one) => one.folder);
  });
}

function imports(text: string, module: string): boolean {
  return text.includes(`"${module}"`) || text.includes(`"${module}/`);
}

/** Of one module for the whole workspace: the app's folder, and the folders that it imports packages from, directly or not. */
function neededFolders(fs: FileSystem, root: string, module: string): string[] {
  const depth = root.split('/').length - 1;
  return reach(root, (folder) => {
    const found: string[] = [];
    for (const { text } of sourceFiles(fs, folder, { endings: ['.go'] }))
      for (const start of occurrences(text, `"${module}/`)) {
        const path = text.slice(start, start + 400).split('"', 1)[0]!;
        // As wide as a folder of projects allows: internal/ whole, of apps/ only the project.
        const segments = path.split('/');
        const shared = root.startsWith(`${segments[0]}/`) ? depth + 1 : 1;
        const needed = segments.slice(0, shared).join('/');
        if (fs.kind(needed) === 'directory' && !isWithin(needed, root)) found.push(needed);
      }
    return found;
  });
}

/** Ends of the places where a text has a word. */
function occurrences(text: string, word: string): number[] {
  const ends: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) ends.push(at + word.length);
  return ends;
}

function reach(from: string, next: (folder: string) => readonly string[]): string[] {
  const seen = new Set([from]);
  for (const folder of seen) for (const one of next(folder)) seen.add(one);
  return [from, ...[...seen].filter((folder) => folder !== from).sort()];
}
