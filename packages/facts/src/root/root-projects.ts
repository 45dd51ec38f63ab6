import type { World } from '../model/world.ts';
import { type Root, rootSource } from './root.ts';

/** Names of the projects that a root's file belongs to: the innermost project whose folder holds it. */
export function rootProjects(root: Root): readonly string[] {
  const source = rootSource(root);
  if (!source) return [];
  const world = root.kind === 'workspace' ? root.node : root.node.world;
  const project = projectOf(world, source.path);
  return project === undefined ? [] : [project];
}

/** Name of the innermost project whose folder holds a path; the root project holds what no other does. */
export function projectOf(world: World, path: string): string | undefined {
  let best: { readonly name: string; readonly root: string } | undefined;
  for (const project of world.workspace.projects) {
    const inside = project.root === '.' || path.startsWith(`${project.root}/`);
    if (inside && (!best || best.root === '.' || project.root.length > best.root.length)) best = project;
  }
  return best?.name;
}
