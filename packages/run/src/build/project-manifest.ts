import type { ProjectManifest } from '@dockwarden-internal/build';
import { asFields, fieldsOf } from '@dockwarden-internal/scaffold/json/json-fields';
import type { Workspace } from '@dockwarden-internal/workspace';

/** What the package.json of a project says of it; empty where there is none that can be read. Source: npm documentation, "package.json". */
export function projectManifest({ fs, model }: Workspace, project: string | undefined): ProjectManifest {
  const found = model.projects.find(({ name }) => name === project);
  const path = found?.manifests.find((manifest) => /(^|\/)package\.json$/.test(manifest));
  const text = path === undefined ? undefined : fs.read(path);
  const said = fieldsOf(text);
  const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const manifest = {
    name: word(said['name']),
    version: word(said['version']),
    description: word(said['description']),
    license: word(said['license']),
    author: word(said['author']) ?? word(asFields(said['author'])['name']),
    homepage: word(said['homepage']),
  };
  return Object.fromEntries(Object.entries(manifest).filter(([, value]) => value !== undefined));
}
