import type { Place } from '@dockwarden-internal/syntax';
import type { World } from '../model/world.ts';
import { projectAt } from '../project/projects.ts';
import type { Root } from './root.ts';
import { wayInDockerfile } from './way-in-dockerfile.ts';
import { wayInYaml } from './way-in-yaml.ts';

/**
 * The way to a place that survives edits elsewhere: project, file within it, then stage, keyword and ordinal, or service
 * and key; never a line number. Neither the project's folder nor that of the checkout is part of it, so both can move.
 */
export function logicalWay(root: Root, place: Place): string {
  const { path } = place.source;
  if (root.kind === 'workspace') return `${fileWay(root.node, path)}#`;
  return `${fileWay(root.node.world, path)}#${wayWithin(root, place)}`;
}

function wayWithin(root: Exclude<Root, { kind: 'workspace' }>, place: Place): string {
  if (root.kind === 'built') return `built/${root.node.data.name}`;
  if (root.kind === 'dockerfile') return place.source === root.node.source ? wayInDockerfile(root.node, place) : '';
  const files = root.kind === 'compose' ? root.node.files : [root.node];
  const file = files.find(({ source }) => source.path === place.source.path);
  return file ? wayInYaml(file.tree, place.span.start) : '';
}

/** A project at the root of the workspace may have no name but its folder's, which differs from one checkout to another. */
function fileWay(world: World, path: string): string {
  const project = projectAt(world, path)?.model;
  return project && project.root !== '.' ? `${project.name}:${path.slice(project.root.length + 1)}` : `:${path}`;
}
