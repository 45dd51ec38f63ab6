import type { ProjectManifest } from '@dockwarden-internal/build';
import type { Workspace } from '@dockwarden-internal/workspace';

/** What the package.json of a project says of it; empty where there is none that can be read. Source: npm documentation, "package.json". */
export function projectManifest({ fs, model }: Workspace, project: string | undefined): ProjectManifest {
  const found = model.projects.find(({ name }) => name === project);
  const path = found?.manifests.find((manifest) => /(^|\/)package\.json$/.test(manifest));
  const text = path === undefined ? undefined : fs.read(path);
  if (text === undefined) return {};
  let said: Readonly<Record<string, unknown>>;
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null) return {};
    said = read as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
  const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const author = said['author'];
  const named = typeof author === 'object' && author !== null ? (author as { name?: unknown }).name : author;
  const manifest = {
    name: word(said['name']),
    version: word(said['version']),
    description: word(said['description']),
    license: word(said['license']),
    author: word(named),
    homepage: word(said['homepage']),
  };
  return Object.fromEntries(Object.entries(manifest).filter(([, value]) => value !== undefined));
}
