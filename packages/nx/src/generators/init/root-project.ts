import { basename } from 'node:path';
import { getProjects, readJson, type Tree, writeJson } from 'nx/src/devkit-exports';

/** Makes the root a project of Nx, where it is none, so that it owns the files that no other project has. */
export function addRootProject(tree: Tree): void {
  const projects = getProjects(tree);
  if ([...projects.values()].some(({ root }) => root === '.') || tree.exists('project.json')) return;
  const name = freeName(rootName(tree), new Set(projects.keys()));
  writeJson(tree, 'project.json', { $schema: './node_modules/nx/schemas/project-schema.json', name, targets: {} });
}

function rootName(tree: Tree): string {
  const manifest: { name?: unknown } = tree.exists('package.json') ? readJson(tree, 'package.json') : {};
  return typeof manifest.name === 'string' && manifest.name ? manifest.name : basename(tree.root) || 'workspace';
}

/** Two projects of one name break Nx. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let suffix = 2; taken.has(name); suffix++) name = `${wanted}-${suffix}`;
  return name;
}
