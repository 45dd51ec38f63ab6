import type { App } from '@dockwarden-internal/scaffold';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { failureExit } from '../failure-exit.ts';
import { fromRoot } from '../files/groups.ts';
import { realPath } from '../files/real-path.ts';
import { lint } from '../lint.ts';
import type { LintOutcome } from '../lint-outcome.ts';
import type { SetupValues } from '../options/setup-options.ts';
import { chooseProjects, type ProjectChoice } from './choose-projects.ts';
import { type HowToChange, writes } from './file-changes.ts';
import { openSetup } from './open-setup.ts';
import { planComposeOnly } from './plan-compose-only.ts';
import { planProject } from './plan-project.ts';
import { type ProjectSetup, planSetup } from './plan-setup.ts';
import type { SetupConfig } from './setup-config.ts';
import { writeChanges } from './write-changes.ts';

export interface SetupRequest {
  readonly cwd: string;
  readonly config?: string;
  readonly choice: ProjectChoice;
  readonly values: SetupValues;
  /** Compose files alone, for projects that have a Dockerfile. */
  readonly composeOnly?: boolean;
  readonly dryRun: boolean;
}

export interface SetupOutcome {
  readonly root: string;
  readonly setups: readonly ProjectSetup[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether files were written, all of them. */
  readonly written: boolean;
  /** What policies say of files that were kept. */
  readonly lint?: LintOutcome;
  readonly exit: 0 | 1 | 2 | 3;
}

/** Plans the files of projects and writes all of them, or none where one of them is there and says something else. */
export async function setup(request: SetupRequest): Promise<SetupOutcome> {
  const opened = await openSetup(request);
  if ('diagnostics' in opened)
    return { root: request.cwd, setups: [], written: false, ...opened, exit: failureExit(opened.diagnostics) };
  const { workspace, config } = opened;
  const { root } = workspace.fs;
  const chosen = chooseProjects(workspace, {
    ...request.choice,
    standing: fromRoot(root, realPath(request.cwd) ?? request.cwd),
  });
  if (chosen.diagnostics.length > 0)
    return { root, setups: [], diagnostics: chosen.diagnostics, written: false, exit: failureExit(chosen.diagnostics) };
  const { setups, diagnostics } = planSetup(workspace, chosen.projects, howOf(request.values), (app) =>
    planOf(request, app, config),
  );
  const outcome = { root, setups, diagnostics, written: false };
  if (diagnostics.length > 0) return { ...outcome, exit: failureExit(diagnostics) };
  const changes = setups.flatMap((each) => each.changes);
  if (changes.some(({ state }) => state === 'differs')) return { ...outcome, exit: 1 };
  if (request.dryRun) return { ...outcome, exit: 0 };
  const fault = writeChanges(workspace.fs, changes);
  if (fault) return { ...outcome, diagnostics: [fault], exit: 3 };
  const written = changes.some(writes);
  if (!request.values.adopt) return { ...outcome, written, exit: 0 };
  const names = chosen.projects.map(({ name }) => name);
  const findings = await lint({
    cwd: root,
    projects: names,
    ...(request.config !== undefined && { config: request.config }),
  });
  return { ...outcome, written, lint: findings, exit: 0 };
}

export function howOf({ force, adopt }: SetupValues): HowToChange {
  return { force: force === true, adopt: adopt === true };
}

/** What is planned for a project: everything, or its Compose files. */
export function planOf(
  { values, composeOnly }: Pick<SetupRequest, 'values' | 'composeOnly'>,
  app: App,
  config: SetupConfig,
): ReturnType<typeof planProject> {
  return composeOnly ? planComposeOnly(app, values, config) : planProject(app, values, config);
}
