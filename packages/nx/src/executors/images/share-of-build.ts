import type { BuildOutcome } from './build-types.ts';
import type { BuildTask } from './read-build-task.ts';

export interface BuildShare {
  readonly outcome: BuildOutcome;
  readonly success: boolean;
  /** What is to be said where nothing came of the task, and nothing says why. */
  readonly missing?: string;
}

/** What of a run concerns one of its tasks: its images, and what is said of no other task's. */
export function shareOfBuild(own: BuildTask, group: readonly BuildTask[], outcome: BuildOutcome): BuildShare {
  const isOwn = ({ image, project }: { readonly image: string; readonly project?: string }) =>
    own.images.length > 0 ? own.images.includes(image) : project === own.task.project;
  const images = outcome.images.filter(isOwn);
  const others = outcome.images.filter((image) => !isOwn(image)).map(({ image }) => `${image}: `);
  const diagnostics =
    group.length === 1
      ? outcome.diagnostics
      : outcome.diagnostics.filter(({ message }) => !others.some((prefix) => message.startsWith(prefix)));
  const { bake: _whole, ...rest } = outcome;
  const share = { ...rest, images, diagnostics };
  const complete =
    own.images.length > 0 ? own.images.every((name) => images.some(({ image }) => image === name)) : images.length > 0;
  const isFine = images.every(
    ({ status, failure, findings }) =>
      !failure &&
      status !== 'failed' &&
      status !== 'skipped' &&
      !findings.some(({ severity, suppressed }) => severity === 'error' && !suppressed),
  );
  const unexplained = !complete && diagnostics.length === 0;
  return {
    outcome: share,
    success: complete && isFine && diagnostics.length === 0 && outcome.exitCode !== 130,
    ...(unexplained && { missing: `no image of ${own.task.project} came of this run: dockwarden images lists them` }),
  };
}
