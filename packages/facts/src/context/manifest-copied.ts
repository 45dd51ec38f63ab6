import { referencesIn } from '../image/references.ts';
import { relativeTo } from '../kernel/path.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import type { Context } from '../model/context.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import { commandsOf } from '../run/commands.ts';
import { layersBefore } from '../run/layers.ts';
import { mountsOf } from '../run/mounts.ts';
import { isPruning } from '../run/pruning.ts';
import { bindsContext, contextPathOf } from '../source/context-paths.ts';
import { fromText, isLocal, sourcesOf } from '../source/sources.ts';
import { chainOf } from '../stage/parent.ts';
import { timelineOf } from '../stage/timeline.ts';
import { matcherOf } from './ignore-file.ts';
import { holds, takesIn } from './takes-in.ts';

/**
 * Whether a manifest of the workspace is in the image, or mounted, when a command runs: copied from the context, taken over from a stage that has
 * it, or part of what a prune of the workspace left.
 */
export function isCopiedBefore(context: Context, manifest: string, command: Command): Maybe<boolean> {
  const path = relativeTo(context.directory, manifest);
  if (path === undefined || isIgnored(context, path)) return false;
  const { run, siblings, index } = command;
  const mounted = mountsOf(run).map((mount) => (bindsContext(mount) ? holds(contextPathOf(mount), path) : undefined));
  if (mounted.includes(true) || siblings.slice(0, index).some(isPruning)) return true;
  return isInLayers(layersBefore(run), path, mounted.some(isUnsure), new Set());
}

function isIgnored({ ignore }: Context, path: string): boolean {
  return ignore !== undefined && matcherOf(ignore.tree).match(path).ignored;
}

function isInLayers(layers: readonly Instruction[], path: string, unsure: boolean, seen: Set<Stage>): Maybe<boolean> {
  let doubt = unsure;
  for (const layer of layers) {
    const found = layer.node.keyword === 'run' ? isBroughtBy(layer) : isCopiedBy(layer, path, seen);
    if (found === true) return true;
    doubt ||= isUnsure(found);
  }
  return doubt ? unknown : false;
}

/** A RUN that fetches a repository may bring anything. */
function isBroughtBy(run: Instruction): Maybe<boolean> {
  const commands = commandsOf(run);
  if (commands.some(isPruning)) return true;
  return commands.some(
    ({ reading }) => reading.program === 'git' && /\bclone\b/.test(reading.command.words[1]?.shown ?? ''),
  )
    ? unknown
    : false;
}

function isCopiedBy(copy: Instruction, path: string, seen: Set<Stage>): Maybe<boolean> {
  if (copy.onbuild) return false;
  if (fromText(copy) !== undefined) return isInStage(copy, path, seen);
  const found = sourcesOf(copy).map((source) => (isLocal(source) ? takesIn(source, path) : false));
  if (found.includes(true)) return true;
  return found.some(isUnsure) ? unknown : false;
}

/** What a stage has of the context may be anywhere in it: where it has the manifest, a COPY of some of its folders may bring that. */
function isInStage(copy: Instruction, path: string, seen: Set<Stage>): Maybe<boolean> {
  const stage = referencesIn(copy)[0]?.target;
  if (stage === undefined || isUnsure(stage)) return unknown;
  if (seen.has(stage)) return false;
  if (seen.size >= MOST_STAGES) return unknown;
  seen.add(stage);
  const chain = chainOf(stage);
  if (chain.some((each) => each.instructions.some((run) => !run.onbuild && commandsOf(run).some(isPruning))))
    return true;
  const layers = chain.flatMap((each) => timelineOf(each).instructions.slice(0, timelineOf(each).end));
  const there = isInLayers(
    layers.filter(({ node }) => LAYERS.has(node.keyword)),
    path,
    false,
    seen,
  );
  if (there !== true) return there;
  const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
  const named = sourcesOf(copy).some(
    (source) => typeof source.path === 'string' && folder !== '' && source.path.endsWith(`/${folder}`),
  );
  return named ? true : bringsAll(copy) ? true : unknown;
}

/** Stages that copy from stages that copy: no real file comes near. */
const MOST_STAGES = 200;

const LAYERS: ReadonlySet<string> = new Set(['run', 'copy', 'add']);

/** True for a COPY of a stage's whole file system or working directory. */
function bringsAll(copy: Instruction): boolean {
  return sourcesOf(copy).some(
    ({ path }) => typeof path === 'string' && /^\/[^/]*$/.test(path) && !/node_modules/.test(path),
  );
}
