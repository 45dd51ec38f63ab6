import { readImageOptions } from '@dockwarden-internal/policy/load/read-image-options';
import type { ImageOutcome } from '@dockwarden-internal/run/build/build-outcome';
import { printBuild } from '@dockwarden-internal/run/build/print-build';
import { surroundingsOf } from '@dockwarden-internal/run/build/surroundings';
import type { BuildOptions, BuildOutcome } from '../executors/images/build-types.ts';
import type { Builds } from '../executors/images/builds.ts';
import type { ImageRun } from '../executors/images/image-run.ts';
import type { ImageTask, RawOptions } from '../executors/images/image-task.ts';

export function outcomeOf(image: string, more: Partial<ImageOutcome> = {}): ImageOutcome {
  return {
    image,
    project: image,
    status: 'built',
    key: '',
    tags: [],
    tagged: [],
    reasons: [],
    notes: [],
    findings: [],
    ...more,
  };
}

export function ended(images: readonly ImageOutcome[], more: Partial<BuildOutcome> = {}): BuildOutcome {
  return { images, diagnostics: [], notes: [], root: '/ws', exitCode: 0, ...more };
}

/** What tasks run in, with builds that end as the function says, and what was asked of them. */
export function fakeRun(build: (options: BuildOptions) => BuildOutcome, more: Partial<ImageRun> = {}) {
  const asked: BuildOptions[] = [];
  const builds = {
    build: async (options: BuildOptions) => {
      asked.push(options);
      return build(options);
    },
    printBuild,
    readImageOptions,
    surroundingsOf,
  } as unknown as Builds;
  const signal = new AbortController().signal;
  const run: ImageRun = { workspaceRoot: '/ws', builds, env: {}, signal, optionsOf: new Map(), say: () => {}, ...more };
  return { run, asked };
}

export function imageTask(project: string, options: RawOptions = {}, overrides: RawOptions = {}): ImageTask {
  return {
    id: `${project}:docker-build`,
    project,
    options: { images: [project], ...options, ...overrides },
    overrides,
  };
}
