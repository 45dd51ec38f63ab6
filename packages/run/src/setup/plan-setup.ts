import type { ProjectModel } from '@dockwarden-internal/facts';
import type { App, Evidence, PlannedFile } from '@dockwarden-internal/scaffold';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Workspace } from '@dockwarden-internal/workspace';
import { overlayDisk } from '../files/overlay-disk.ts';
import { type FileChange, fileChange, type HowToChange, writes } from './file-changes.ts';
import type { ProjectPlan } from './plan-project.ts';

/** What is to be done for one project. */
export interface ProjectSetup {
  readonly project: string;
  /** Title of its stack; absent where its own Dockerfile is kept. */
  readonly stack?: string;
  readonly evidence: readonly Evidence[];
  readonly changes: readonly FileChange[];
  readonly notes: readonly string[];
}

export interface SetupPlan {
  readonly setups: readonly ProjectSetup[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans the files of projects, one after another: each sees what is planned for those before it, as a file that all of them edit. */
export function planSetup(
  workspace: Pick<Workspace, 'fs' | 'listing' | 'model'>,
  projects: readonly ProjectModel[],
  how: HowToChange,
  planOne: (app: App) => ProjectPlan | Diagnostic,
): SetupPlan {
  const texts = new Map<string, string>();
  const setups: ProjectSetup[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const project of projects) {
    const disk = overlayDisk(workspace, texts);
    const app: App = { fs: disk.fs, workspace: workspace.model, project };
    const planned = planOne(app);
    if ('code' in planned) {
      diagnostics.push(planned);
      continue;
    }
    const changes = lastOfEach(planned.files).map((file) => fileChange(disk.fs, file, how));
    for (const change of changes) if (writes(change)) texts.set(change.path, change.after);
    setups.push({ project: project.name, ...planned, changes });
  }
  return { setups, diagnostics };
}

/** Of a file that is planned twice the later text, which has seen the earlier. */
function lastOfEach(files: readonly PlannedFile[]): PlannedFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}
