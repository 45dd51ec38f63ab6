import { sourceFiles } from '../../../detect/source-files.ts';
import { jsonValue } from '../../../json/read-json.ts';
import type { App } from '../../../model/app.ts';

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)['"]([^'"\n]{1,200})['"]/g;
const SOURCES = { endings: ['.ts', '.tsx', '.js', '.jsx', '.mts', '.mjs', '.cts', '.cjs', '.vue', '.svelte'] };

/**
 * Folders of the workspace's projects that an app's sources lead to by the aliases of tsconfig, directly or not, sorted: in an integrated workspace
 * no manifest names them. What the workspace's model knows of dependencies is part of it.
 */
export function importedProjects({ fs, project, workspace }: App): string[] {
  const byAlias = aliases(fs.read('tsconfig.base.json') ?? fs.read('tsconfig.json'));
  const roots = workspace.projects.map(({ root }) => root).filter((root) => root !== '.');
  const byName = new Map(workspace.projects.map(({ name, root }) => [name, root]));
  const owner = (path: string) =>
    roots.filter((root) => path === root || path.startsWith(`${root}/`)).sort((a, b) => b.length - a.length)[0];
  const reached = new Set<string>([project.root]);
  const pending = [project.root, ...project.closure.flatMap((name) => byName.get(name) ?? [])];
  for (let root = pending.pop(); root !== undefined; root = pending.pop()) {
    reached.add(root);
    for (const { text } of sourceFiles(fs, root, SOURCES)) {
      for (const [, specifier] of text.matchAll(IMPORT)) {
        const path = byAlias(specifier!);
        const next = path === undefined ? undefined : owner(path);
        if (next !== undefined && !reached.has(next) && !pending.includes(next)) pending.push(next);
      }
    }
  }
  reached.delete(project.root);
  return [...reached].filter((root) => root !== '.').sort();
}

/** Path that an alias stands for, by the longest that fits. Source: TypeScript handbook, "paths". */
function aliases(json: string | undefined): (specifier: string) => string | undefined {
  const options = jsonValue(json) as { compilerOptions?: { paths?: unknown } } | null | undefined;
  const paths = options?.compilerOptions?.paths;
  const entries = Object.entries(typeof paths === 'object' && paths !== null ? paths : {}).flatMap(
    ([alias, targets]) => {
      const target: unknown = Array.isArray(targets) ? targets[0] : undefined;
      return typeof target === 'string' ? [[alias, target.replace(/^\.\//, '')] as const] : [];
    },
  );
  const exact = new Map(entries.filter(([alias]) => !alias.endsWith('*')));
  const open = entries.filter(([alias]) => alias.endsWith('/*')).sort(([a], [b]) => b.length - a.length);
  return (specifier) => exact.get(specifier) ?? open.find(([alias]) => specifier.startsWith(alias.slice(0, -1)))?.[1];
}
