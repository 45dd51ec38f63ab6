import { baseName } from '@dockwarden-internal/facts/kernel/path';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';

/** Of a file below `policies` that says that it is one of policies or terms, and is not called so: nobody would miss what it does. */
export function misnamed(path: string, fs: NodeFileSystem, takenIds: ReadonlySet<string>): Diagnostic | undefined {
  if (fs.entry(path) !== 'file') return undefined;
  const text = fs.read(path) ?? '';
  const [, kind] = /^\uFEFF?(?:dockwarden|"dockwarden"):[ \t]*["']?(policy|terms)\/v/m.exec(text) ?? [];
  // Policies of the product itself lie in its repository under other names.
  const [, id] = /^id:[ \t]*["']?([^\s"']+)/m.exec(text) ?? [];
  if (kind === undefined || (id !== undefined && takenIds.has(id))) return undefined;
  const file = baseName(path).replace(/\.ya?ml$/i, '');
  const stem = file.replace(/\.(?:policy|terms)$/i, '');
  const what = kind === 'policy' ? 'policies' : 'files of terms';
  return {
    code: 'policy/name',
    message: `${path} is not read: ${what} are called *.${kind}.yaml`,
    hint: `rename it to ${stem}.${kind}.yaml`,
    path,
    exit: 2,
  };
}
