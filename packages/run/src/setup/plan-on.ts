import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { OpenDisk, ProjectGraph } from '@dockwarden-internal/workspace';
import { overlayDisk } from '../files/overlay-disk.ts';
import type { SetupValues } from '../options/setup-options.ts';
import { chooseProjects, type ProjectChoice } from './choose-projects.ts';
import { openSetup } from './open-setup.ts';
import { type ProjectSetup, planSetup } from './plan-setup.ts';
import { howOf, planOf } from './setup.ts';

export interface PlanOnRequest {
  readonly cwd: string;
  readonly choice: ProjectChoice;
  readonly values: SetupValues;
  /** Compose files alone, for projects that have a Dockerfile. */
  readonly composeOnly?: boolean;
  /** Files that others have planned, by path from the root. */
  readonly texts?: ReadonlyMap<string, string>;
  /** What a task runner knows of its projects. */
  readonly graph?: ProjectGraph;
}

/** The files of projects as they should be, on top of what others have planned; nothing is written. */
export async function planSetupOn({
  texts = new Map(),
  ...request
}: PlanOnRequest): Promise<{ readonly setups: readonly ProjectSetup[]; readonly diagnostics: readonly Diagnostic[] }> {
  const opened = await openSetup({ ...request, overlay: over(texts) });
  if ('diagnostics' in opened) return { setups: [], diagnostics: opened.diagnostics };
  const { workspace, config } = opened;
  const { projects, diagnostics } = chooseProjects(workspace, request.choice);
  if (diagnostics.length > 0) return { setups: [], diagnostics };
  return planSetup(workspace, projects, howOf(request.values), (app) => planOf(request, app, config));
}

/** A disk with texts that others have planned. */
export function over(texts: ReadonlyMap<string, string>): (disk: OpenDisk) => OpenDisk {
  return (disk) => overlayDisk(disk, texts);
}
