import { projectAt } from '../project/projects.ts';
import { type Root, rootSource } from './root.ts';

/** Names of the projects that a root's file belongs to: the innermost project whose folder holds it. */
export function rootProjects(root: Root): readonly string[] {
  const source = rootSource(root);
  if (!source || root.kind === 'workspace') return [];
  const project = projectAt(root.node.world, source.path);
  return project ? [project.model.name] : [];
}
