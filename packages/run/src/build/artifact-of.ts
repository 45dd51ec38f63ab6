import { type ImageInputs, isOfficialFrontend } from '@dockwarden-internal/build';
import { type Dockerfile, type Stage, stageName } from '@dockwarden-internal/facts';
import { fromParts } from '@dockwarden-internal/syntax';

/** Names of stages whose files are what a build is for. */
const NAMES: ReadonlySet<string> = new Set(['artifact', 'artifacts', 'export']);

/** What may follow `FROM scratch` where nothing is to be run. */
const HARMLESS: ReadonlySet<string> = new Set(['copy', 'add', 'label', 'arg']);

export interface Artifact {
  /** The stage whose files are taken; absent for the image's own last one. */
  readonly stage?: string;
}

/**
 * The part of a Dockerfile that is there for its files: a stage called so, or a last stage that only copies files into nothing.
 * Undefined for one that is there to be run.
 */
export function artifactOf({ stages }: Dockerfile, target: string | undefined): Artifact | undefined {
  const named = (name: string | undefined) =>
    name === undefined ? undefined : stages.find((stage) => stageName(stage)?.toLowerCase() === name.toLowerCase());
  const final = target === undefined ? stages.at(-1) : named(target);
  if (final && isFilesOnly(final)) return {};
  const stage = stages.map(stageName).find((name) => name !== undefined && NAMES.has(name.toLowerCase()));
  return stage === undefined ? undefined : { stage };
}

function isFilesOnly(stage: Stage): boolean {
  return (
    stage.from !== undefined &&
    fromParts(stage.from.node)?.image?.text === 'scratch' &&
    stage.instructions.some(({ node }) => node.keyword === 'copy') &&
    stage.instructions.every(({ node }) => HARMLESS.has(node.keyword))
  );
}

/** True where nothing from elsewhere decides what a build gives: a task runner may then keep its files. */
export function isSettled({ references, volatile, widened }: ImageInputs): boolean {
  const remote = references.filter(({ use, text }) => use !== 'frontend' || !isOfficialFrontend(text));
  return remote.every(({ kind }) => kind === 'pinned') && volatile.length === 0 && widened.length === 0;
}
