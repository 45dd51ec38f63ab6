import { type Diagnostic, isMap } from '@dockwarden-internal/syntax';
import { findWorkspace, type Workspace } from '@dockwarden-internal/workspace';
import { readJson } from '@dockwarden-internal/workspace/json-file';
import { getNodeValue } from 'jsonc-parser';
import { absentFolder } from '../../files/absent-folder.ts';

export type Json = Readonly<Record<string, unknown>>;

/** A file that declares targets of a project. */
export interface TargetFile {
  readonly path: string;
  /** Where in it: `targets`, or `nx.targets` in a package.json. */
  readonly way: readonly string[];
  readonly data: Json;
  /** What the file says of the project besides: all of project.json, `nx` of a package.json. */
  readonly project: Json;
  readonly targets: Readonly<Record<string, Json>>;
}

export interface NxProject {
  readonly name: string;
  readonly root: string;
  /** project.json before package.json, those that are there. */
  readonly files: readonly TargetFile[];
}

export interface NxWorkspace extends Workspace {
  readonly nxJson: Json;
  readonly nxProjects: readonly NxProject[];
  /** Names of packages that the manifest at the root depends on. */
  readonly packages: ReadonlySet<string>;
}

/** The workspace of Nx around a folder, as its files describe it. */
export async function openNx(
  cwd: string,
): Promise<NxWorkspace | { readonly root: string; readonly diagnostics: readonly Diagnostic[] }> {
  const workspace = await findWorkspace(cwd);
  if (!workspace) return { root: cwd, diagnostics: [absentFolder(cwd)] };
  const { fs, model } = workspace;
  const faults: Diagnostic[] = [];
  const read = (path: string): Json | undefined => {
    if (fs.read(path) === undefined) return undefined;
    const json = readJson(fs, path);
    const data: unknown = json && !json.fault ? getNodeValue(json.root) : undefined;
    if (isMap(data)) return data;
    faults.push(
      json?.fault ?? {
        code: 'migrate/json',
        message: `${path} is no JSON object`,
        hint: 'Mend the file.',
        path,
        exit: 2,
      },
    );
    return undefined;
  };
  const nxJson = read('nx.json');
  if (!nxJson && faults.length === 0)
    faults.push({
      code: 'migrate/no-nx',
      message: `there is no nx.json in ${fs.root}`,
      hint: 'run it in a workspace of Nx',
      path: fs.root,
      exit: 2,
    });
  const nxProjects = model.projects.map(({ name, root }): NxProject => {
    const folder = root === '.' ? '' : `${root}/`;
    const sources = [
      [`${folder}project.json`, ['targets']],
      [`${folder}package.json`, ['nx', 'targets']],
    ] as const;
    const files = sources.flatMap(([path, way]): TargetFile[] => {
      const data = read(path);
      if (!data) return [];
      const targets = way.reduce<unknown>((found, key) => (isMap(found) ? found[key] : undefined), data);
      const project: unknown = way.length === 1 ? data : data['nx'];
      return [
        {
          path,
          way,
          data,
          project: isMap(project) ? project : {},
          targets: isMap(targets) ? onlyMaps(targets) : {},
        },
      ];
    });
    return { name, root, files };
  });
  if (faults.length > 0) return { root: fs.root, diagnostics: distinct(faults) };
  const manifest = read('package.json') ?? {};
  const packages = new Set(
    ['dependencies', 'devDependencies'].flatMap((key) => (isMap(manifest[key]) ? Object.keys(manifest[key]) : [])),
  );
  return { ...workspace, nxJson: nxJson!, nxProjects, packages };
}

function onlyMaps(targets: Json): Record<string, Json> {
  return Object.fromEntries(Object.entries(targets).filter((entry): entry is [string, Json] => isMap(entry[1])));
}

function distinct(faults: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(faults.map((fault) => [fault.path ?? fault.message, fault])).values()];
}
