import type { ProjectModel } from '../kernel/workspace-model.ts';
import type { World } from './world.ts';

/** A project of the workspace. */
export interface Project {
  readonly world: World;
  readonly model: ProjectModel;
}
