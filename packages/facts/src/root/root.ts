import type { Place, SourceText } from '@dockwarden-internal/syntax';
import type { BuiltImage } from '../model/built.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { Project } from '../model/project.ts';
import type { Compose, ComposeFile } from '../model/service.ts';
import type { World } from '../model/world.ts';
import { composesOf, dockerfilesOf } from '../project/projects.ts';

/** What is linted as one: a Dockerfile, a merged Compose model, one Compose file as written, the whole workspace, or a built image. */
export type Root =
  | { readonly kind: 'dockerfile'; readonly node: Dockerfile }
  | { readonly kind: 'compose'; readonly node: Compose }
  | { readonly kind: 'compose-file'; readonly node: ComposeFile }
  | { readonly kind: 'workspace'; readonly node: World }
  | { readonly kind: 'built'; readonly node: BuiltImage };

/** The file that a root's findings stand in where nothing nearer is known: of a workspace the first one; absent where there is none. */
export function rootSource(root: Root): SourceText | undefined {
  switch (root.kind) {
    case 'dockerfile':
      return root.node.source;
    case 'compose':
      return root.node.files[0]?.source;
    case 'compose-file':
      return root.node.source;
    case 'built':
      return root.node.dockerfile.source;
    case 'workspace':
      return (root.node.dockerfiles[0] ?? root.node.composeFiles[0])?.source;
  }
}

/** The files that a root is read from; none for a workspace or a built image. */
export function rootPaths(root: Root): readonly string[] {
  if (root.kind === 'workspace' || root.kind === 'built') return [];
  return root.kind === 'compose' ? root.node.files.map((file) => file.source.path) : [root.node.source.path];
}

/** The very beginning of a root's file. */
export function rootPlace(root: Root): Place | undefined {
  const source = rootSource(root);
  return source && { source, span: { start: 0, end: 0 } };
}

/** The very beginning of the first file of a project. */
export function projectPlace(project: Project): Place | undefined {
  const source = (dockerfilesOf(project)[0] ?? composesOf(project)[0]?.files[0])?.source;
  return source && { source, span: { start: 0, end: 0 } };
}

/** The world that a root is part of. */
export function rootWorld(root: Root): World {
  return root.kind === 'workspace' ? root.node : root.node.world;
}
