import type { FoundProject } from './found-project.ts';
import { entriesAt, type JsonFile, nodeAt, stringAt, stringsAt } from './json-file.ts';
import { meansLocal } from './local-range.ts';
import { resolveIn } from './paths.ts';
import { matchingProjects } from './project-patterns.ts';

/**
 * The projects that each project needs directly, as its files declare them: names in package.json, and in Nx `implicitDependencies` and
 * the projects of `dependsOn`. What Nx sees by reading imports is not among them.
 */
export function directDependencies(projects: readonly FoundProject[]): Map<string, string[]> {
  const packages = new Map(
    projects.flatMap((project) => (project.manifest?.name ? [[project.manifest.name, project] as const] : [])),
  );
  return new Map(
    projects.map((project) => {
      const needed = new Set(byPackageName(project, packages));
      for (const name of byTargets(project, projects)) needed.add(name);
      const implicit = [
        ...stringsAt(project.projectJson, 'implicitDependencies'),
        ...stringsAt(project.manifest?.json, 'nx', 'implicitDependencies'),
      ];
      applyImplicit(needed, implicit, projects);
      needed.delete(project.name);
      return [project.name, [...needed].sort()];
    }),
  );
}

function byPackageName({ manifest }: FoundProject, packages: ReadonlyMap<string, FoundProject>): string[] {
  return [...(manifest?.dependencies ?? [])].flatMap(([name, range]) => {
    // `workspace:` may give the package another name here: `"ui": "workspace:@acme/ui@*"`.
    const aliased = /^(?:workspace|npm):(@?[^@]+)@/.exec(range)?.[1];
    const target = packages.get(aliased ?? name) ?? byPath(manifest!.folder, range, packages);
    const local = aliased && range.startsWith('npm:') ? range.slice(5 + aliased.length) : range;
    return target && meansLocal(local, target.manifest?.version) ? [target.name] : [];
  });
}

function byPath(folder: string, range: string, packages: ReadonlyMap<string, FoundProject>): FoundProject | undefined {
  const path = /^(?:file|link|portal):(.+)$/.exec(range)?.[1];
  const root = path && resolveIn(folder, path);
  return root ? [...packages.values()].find((project) => project.root === root) : undefined;
}

/** `dependsOn: [{ "projects": ["db"], "target": "migrate" }]`, and `"db:migrate"`. */
function byTargets({ projectJson, manifest }: FoundProject, projects: readonly FoundProject[]): string[] {
  const names = new Set(projects.map((project) => project.name));
  const needed: string[] = [];
  for (const [json, ...path] of [
    [projectJson, 'targets'],
    [manifest?.json, 'nx', 'targets'],
  ] as const) {
    for (const { key } of entriesAt(json, ...path))
      needed.push(...byDependsOn(json, [...path, key, 'dependsOn'], projects, names));
  }
  return needed;
}

function byDependsOn(
  json: JsonFile | undefined,
  path: readonly string[],
  projects: readonly FoundProject[],
  names: ReadonlySet<string>,
): string[] {
  return (nodeAt(json, ...path)?.children ?? []).flatMap((_, i) => {
    const text = stringAt(json, ...path, i);
    if (text !== undefined) {
      const colon = text.lastIndexOf(':');
      return colon > 0 && names.has(text.slice(0, colon)) ? [text.slice(0, colon)] : [];
    }
    const one = stringAt(json, ...path, i, 'projects');
    const patterns = one === undefined ? stringsAt(json, ...path, i, 'projects') : [one];
    return [
      ...matchingProjects(
        patterns.filter((pattern) => pattern !== 'self' && pattern !== 'dependencies'),
        projects,
      ),
    ];
  });
}

/** A pattern with `!` also takes away what other files declare. Source: Nx 24, normalizeImplicitDependencies. */
function applyImplicit(needed: Set<string>, patterns: readonly string[], projects: readonly FoundProject[]): void {
  const negative = patterns.filter((pattern) => pattern.startsWith('!'));
  const positive = patterns.filter((pattern) => !pattern.startsWith('!'));
  if (positive.length > 0) for (const name of matchingProjects([...positive, ...negative], projects)) needed.add(name);
  for (const name of matchingProjects(
    negative.map((pattern) => pattern.slice(1)),
    projects,
  ))
    needed.delete(name);
}
