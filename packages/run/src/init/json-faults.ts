import { joinPath } from '@dockwarden-internal/facts/kernel/path';
import { fieldsOf, unfitKey } from '@dockwarden-internal/scaffold';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Workspace } from '@dockwarden-internal/workspace';
import { readJson } from '@dockwarden-internal/workspace/json-file';
import { turboJsonIn } from '@dockwarden-internal/workspace/turbo-json';

/** Why files that would be edited cannot be, beside what reading the workspace has said already. */
export function jsonFaults({ fs, model }: Pick<Workspace, 'fs' | 'model'>): Diagnostic[] {
  const roots = [...new Set(['.', ...model.projects.map(({ root }) => root)])];
  return roots.flatMap((root) => {
    const manifest = joinPath(root, 'package.json');
    const turboJson = model.tool === 'turborepo' ? turboJsonIn(fs, root) : undefined;
    return [
      ...faultOf(fs, manifest, ['scripts', 'devDependencies']),
      ...(turboJson === undefined ? [] : faultOf(fs, turboJson, ['tasks', 'futureFlags'])),
      ...(turboJson !== undefined && root === '.' ? oldTurbo(fs.read(turboJson), turboJson) : []),
    ];
  });
}

function faultOf(fs: Workspace['fs'], path: string, keys: readonly string[]): Diagnostic[] {
  const text = fs.read(path);
  if (text === undefined) return [];
  const json = readJson(fs, path);
  // Reading the workspace has named what can be read in part.
  if (json?.fault) return [];
  if (json?.root.type !== 'object') return [broken(path, `${path} is no JSON object.`, 'Mend the file.')];
  const unfit = unfitKey(fieldsOf(text), keys);
  return unfit === undefined ? [] : [broken(path, `${unfit} of ${path} is no object.`, 'Mend the file.')];
}

/** Source: Turborepo, "Upgrading to 2.0": `pipeline` became `tasks`. */
function oldTurbo(text: string | undefined, path: string): Diagnostic[] {
  const fields = fieldsOf(text ?? '');
  if (!('pipeline' in fields) || 'tasks' in fields) return [];
  return [broken(path, `${path} is one of Turborepo 1 (pipeline); this knows 2.`, 'Run npx @turbo/codemod migrate.')];
}

function broken(path: string, message: string, hint: string): Diagnostic {
  return { code: 'init/json', message, hint, path, exit: 2 };
}
