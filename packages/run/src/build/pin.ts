import { inspectInRegistry, type PinChange, planPins, type RunProgram, runProgram } from '@dockwarden-internal/build';
import { type Diagnostic, parseReference } from '@dockwarden-internal/syntax';
import { configName } from '../config/read-config.ts';
import { writeTexts } from '../files/write-texts.ts';
import type { ChangedFile } from '../lint-outcome.ts';
import type { Surroundings } from './build-options.ts';
import { openBuild } from './open-build.ts';
import { refreshEdit } from './refresh-edit.ts';
import { registryReasons } from './registry-reasons.ts';

export interface PinRequest {
  readonly cwd: string;
  readonly config?: string;
  /** Changes nothing, and fails where something would change. */
  readonly check: boolean;
  readonly dryRun: boolean;
  /** Also sets `build.refresh` to today. */
  readonly refresh: boolean;
  readonly surroundings: Surroundings;
  readonly signal?: AbortSignal;
}

export interface PinOutcome {
  readonly changes: readonly PinChange[];
  readonly changed: readonly ChangedFile[];
  readonly notes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly root: string;
}

/** Looks up what every tag points to today, and writes the digests behind the tags. */
export async function pin(request: PinRequest, run: RunProgram = runProgram): Promise<PinOutcome> {
  const { check, dryRun, refresh, surroundings, signal } = request;
  const scene = await openBuild(request);
  if (!('world' in scene)) return nothing(request.cwd, scene.diagnostics);
  const { fs } = scene.workspace;
  if (scene.diagnostics.some(({ exit }) => exit === 2)) return nothing(fs.root, scene.diagnostics);
  const plan = await planPins({
    world: scene.world,
    own: new Set(scene.all.flatMap(({ request: { repository } }) => nameOf(repository))),
    digestOf: async (name) => {
      const found = await inspectInRegistry(run, name, signal ? { signal } : {});
      return typeof found === 'string' ? { why: registryReasons[found] } : { digest: found.digest };
    },
  });
  const renewed = refresh ? refreshEdit(fs.read(configName), surroundings.now.toISOString().slice(0, 10)) : undefined;
  const notes = [...plan.notes, ...(typeof renewed === 'string' ? [renewed] : [])];
  const changed = [...plan.files, ...(typeof renewed === 'object' ? [renewed] : [])];
  const unwritten = check || dryRun ? [] : writeTexts(fs, changed);
  return { changes: plan.changes, changed, notes, diagnostics: [...plan.diagnostics, ...unwritten], root: fs.root };
}

function nameOf(repository: string): string[] {
  const reference = parseReference(repository);
  return 'fault' in reference ? [] : [reference.name];
}

function nothing(root: string, diagnostics: readonly Diagnostic[]): PinOutcome {
  return { changes: [], changed: [], notes: [], diagnostics, root };
}
