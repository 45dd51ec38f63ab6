import { joinPath } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { unreadableToml } from '../../detect/unreadable-toml.ts';
import type { App } from '../../model/app.ts';
import { resolveFolder } from '../../paths/resolve-folder.ts';
import { readToml } from '../../toml/read-toml.ts';
import { tableAt } from '../../toml/toml-value.ts';
import { poetryPackages } from './poetry-packages.ts';
import type { PythonPackages } from './python-packages.ts';
import { readRequirements, requirementFiles } from './requirements.ts';
import { uvPackages } from './uv-packages.ts';

/** Undefined where no file declares packages of Python; a fault where they are declared and nothing locks them. */
export function findPackages(app: App): PythonPackages | Diagnostic | undefined {
  const { fs, project } = app;
  const manifest = joinPath(project.root, 'pyproject.toml');
  const text = fs.read(manifest);
  const table = text === undefined ? undefined : readToml(text);
  if (text !== undefined && !table) return unreadableToml(manifest);
  const locked = table && (uvPackages(fs, project.root, table) ?? poetryPackages(fs, project.root, table));
  if (locked) return locked;
  const required = pipPackages(app);
  if (required) return required;
  if (table && (tableAt(table, 'project') || tableAt(table, 'tool', 'poetry')))
    return unlocked(manifest, tableAt(table, 'tool', 'poetry') ? 'poetry lock' : 'uv lock');
  const other = ['Pipfile', 'setup.py']
    .map((name) => joinPath(project.root, name))
    .find((path) => fs.kind(path) === 'file');
  if (other === undefined) return undefined;
  return unlocked(
    other,
    other.endsWith('Pipfile') ? 'pipenv requirements > requirements.txt' : 'pip freeze > requirements.txt',
  );
}

function pipPackages({ fs, project: { root } }: App): PythonPackages | Diagnostic | undefined {
  const { production, development } = requirementFiles(fs, root);
  if (production === undefined) return undefined;
  const needed = readRequirements(fs, production);
  const local: string[] = [];
  for (const file of needed.files)
    for (const line of (fs.read(file) ?? '').split(/\r?\n/)) {
      const [, editable, path] = /^\s*(-e\s+|--editable[\s=]+)?(\.{1,2}(?:\/[\w./@-]*)?)\s*(?:#.*)?$/.exec(line) ?? [];
      const folder = path === undefined ? undefined : resolveFolder(root, path);
      if (path !== undefined && (editable !== undefined || folder === undefined || folder === root))
        return editableLine(file, line.trim());
      if (folder !== undefined) local.push(folder);
    }
  const more = development === undefined ? undefined : readRequirements(fs, development);
  const developmentManifests = (more?.files ?? []).filter((file) => !needed.files.includes(file));
  const manifests = needed.files;
  const inside = [...manifests, ...developmentManifests, ...local].every(
    (path) => root === '.' || path.startsWith(`${root}/`),
  );
  return {
    manager: 'pip',
    context: inside ? 'project' : 'workspace',
    manifests,
    developmentManifests,
    local,
    requirements: { production, ...(development !== undefined && { development }) },
    names: new Set([...needed.names, ...(more?.names ?? [])]),
    hasDevelopment: development !== undefined,
    why: production,
  };
}

function unlocked(path: string, command: string): Diagnostic {
  return {
    code: 'setup/no-lockfile',
    message: `${path} declares packages, and nothing beside it locks their versions.`,
    hint: `Run ${command}, and commit what it writes.`,
    path,
    exit: 2,
  };
}

function editableLine(path: string, line: string): Diagnostic {
  return {
    code: 'setup/local-requirement',
    message: `${path} has ${JSON.stringify(line)}, which installs a link to a folder that the image does not have.`,
    hint: 'Take the line out (the app is imported from its sources), or name a library by its folder without -e.',
    path,
    exit: 2,
  };
}
