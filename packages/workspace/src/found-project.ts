import type { JsonFile } from './json-file.ts';
import type { PackageManifest } from './package-manifest.ts';

/** A project as it was found, before its dependencies and files are looked at. */
export interface FoundProject {
  readonly name: string;
  readonly root: string;
  readonly tags: readonly string[];
  readonly manifest?: PackageManifest;
  /** Nx's project.json. */
  readonly projectJson?: JsonFile;
  /** Turborepo's turbo.json, or turbo.jsonc. */
  readonly turboJson?: JsonFile;
}

/** Gives a project whose name another has the path of its folder as name, so that names are unique; the first by folder keeps its own. */
export function withUniqueNames(projects: readonly FoundProject[]): FoundProject[] {
  const taken = new Set<string>();
  return [...projects]
    .sort((a, b) => (a.root < b.root ? -1 : 1))
    .map((project) => {
      let name = taken.has(project.name) ? project.root : project.name;
      for (let n = 2; taken.has(name); n++) name = `${project.root}#${n}`;
      taken.add(name);
      return name === project.name ? project : { ...project, name };
    });
}
