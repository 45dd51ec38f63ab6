import type { World } from '../model/world.ts';
import type { Root } from './root.ts';

/** Everything in a world that is linted as one. */
export function worldRoots(world: World): readonly Root[] {
  return [
    ...world.dockerfiles.map((node): Root => ({ kind: 'dockerfile', node })),
    ...world.composes.map((node): Root => ({ kind: 'compose', node })),
    ...world.composeFiles.map((node): Root => ({ kind: 'compose-file', node })),
    { kind: 'workspace', node: world },
  ];
}
