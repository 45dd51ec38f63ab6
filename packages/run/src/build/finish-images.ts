import {
  type EngineState,
  type Hit,
  type ImageMetadata,
  type Miss,
  metadataPath,
  type RegistryFailure,
  type RunProgram,
  readMetadata,
  type TargetResult,
  tagImage,
  topDigest,
  wholeTag,
  writeMetadata,
} from '@dockwarden-internal/build';
import type { Finding } from '@dockwarden-internal/engine';
import type { BuiltData } from '@dockwarden-internal/facts';
import type { BuildOptions } from './build-options.ts';
import type { ImageFailure, ImageOutcome } from './build-outcome.ts';
import { builtPolicies, checkBuilt } from './check-built.ts';
import { examine } from './examine-image.ts';
import { type FoundImage, findInEngine } from './found-image.ts';
import { findInRegistry } from './found-in-registry.ts';
import { missText } from './look-up-images.ts';
import { metadataOf } from './metadata-of.ts';
import type { BuildScene } from './open-build.ts';
import type { PlannedImage } from './planned-image.ts';
import { pullHits } from './pull-hits.ts';
import { registryReasons } from './registry-reasons.ts';

export interface FinishRequest {
  readonly scene: BuildScene;
  readonly planned: readonly PlannedImage[];
  readonly answers: ReadonlyMap<string, Hit | Miss>;
  readonly results: ReadonlyMap<string, TargetResult>;
  readonly engine?: EngineState | undefined;
  /** What the engine runs on; undefined where none can be reached. */
  readonly platform: string | undefined;
  /** Why an image is affected, by its name. */
  readonly reasons: ReadonlyMap<string, readonly string[]>;
}

export interface FinishedImages {
  readonly outcomes: readonly ImageOutcome[];
  /** As engine or registry hold them, by name; without those that were written to files. */
  readonly found: ReadonlyMap<string, FoundImage>;
}

/** Looks at what was built or found, holds it to budget and policies, and only then gives it its tags and writes down what it is. */
export async function finishImages(
  run: RunProgram,
  request: FinishRequest,
  options: BuildOptions,
): Promise<FinishedImages> {
  const { scene, planned, answers, results } = request;
  const { root } = scene.workspace.fs;
  const previous = new Map(
    planned.flatMap(({ image }) => {
      const metadata = readMetadata(metadataPath(root, image.name));
      return metadata ? [[image.name, metadata] as const] : [];
    }),
  );
  const pulled =
    options.push || options.dryRun ? new Map<string, ImageFailure>() : await pullHits(run, planned, answers, options);
  const isInEngine = ({ image }: PlannedImage) => {
    const answer = answers.get(image.name);
    const isHit = answer?.found === true && (answer.where === 'engine' || !options.push);
    return isHit || (results.get(image.name)?.status === 'built' && !options.output);
  };
  const inEngine = await findInEngine(run, planned.filter(isInEngine), { answers, previous }, options.signal);
  const away = planned.filter(({ image }) => options.push && !options.dryRun && !inEngine.has(image.name));
  const inRegistry = await findInRegistry(run, away, { answers, results, platform: request.platform }, options.signal);
  const found = new Map([...inEngine, ...inRegistry.found]);
  const policies = found.size > 0 ? await builtPolicies(scene, options) : undefined;
  const today = options.surroundings.now.toISOString().slice(0, 10);
  const check = (data: BuiltData) => (policies ? checkBuilt(scene, policies, [data], today) : []);
  const outcomes: ImageOutcome[] = [];
  for (const each of planned) {
    const { name } = each.image;
    const there = found.get(name);
    const examined = there && (await examine(run, each.image, there, check, options.signal));
    const begun = beginOutcome(each, request, options, there, pulled.get(name) ?? notSeen(inRegistry.unseen.get(name)));
    const failure = begun.failure ?? examined?.failure;
    const findings = examined?.findings ?? [];
    const checked: ImageOutcome = {
      ...begun,
      findings,
      ...(examined?.size !== undefined && { size: examined.size }),
      ...(previous.get(name)?.size !== undefined && { sizeBefore: previous.get(name)!.size! }),
      ...(failure && { failure, status: 'failed' as const }),
    };
    const passes = !failure && !findings.some(isFailing);
    const isNamedHere = there && passes && !options.push && !options.dryRun;
    outcomes.push(isNamedHere ? await tagAndNote(run, each, there, checked, request, options) : checked);
    options.onEvent?.({ kind: 'finished', image: name, status: checked.status });
  }
  return { outcomes: outcomes.sort((a, b) => (a.image < b.image ? -1 : 1)), found };
}

function isFailing({ severity, suppressed }: Finding): boolean {
  return severity === 'error' && !suppressed;
}

/** Without a look at it, nothing says that the image is there. */
function notSeen(why: RegistryFailure | undefined): ImageFailure | undefined {
  if (why === undefined) return undefined;
  return failed(`it cannot be looked at in its registry: ${registryReasons[why]}`, 3);
}

function failed(message: string, exit: ImageFailure['exit'] = 1): ImageFailure {
  return { message, lastLines: [], exit };
}

const ofContent = 'found by its content: its labels are those of the build that made it';

/** What is known of an image before it is held to anything. */
function beginOutcome(
  { image, plan, notes }: PlannedImage,
  { answers, results, reasons }: FinishRequest,
  { dryRun, output }: BuildOptions,
  there: FoundImage | undefined,
  failure: ImageFailure | undefined,
): ImageOutcome {
  const answer = answers.get(image.name);
  const result = results.get(image.name);
  const base = {
    image: image.name,
    ...(image.project !== undefined && { project: image.project }),
    key: plan.key,
    tags: [],
    tagged: [],
    reasons: reasons.get(image.name) ?? [],
    notes: answer?.found && answer.by === 'content' ? [...notes, ofContent] : notes,
    findings: [],
    ...(result && result.status !== 'skipped' && { seconds: result.seconds }),
  };
  if (answer?.found) {
    if (failure) return { ...base, status: 'failed', failure };
    const digest = there?.digest ?? topDigest(answer.digests);
    const present = { ...base, where: answer.where, ...(digest !== undefined && { digest }) };
    if (there || dryRun) return { ...present, status: 'present' };
    return {
      ...present,
      status: 'failed',
      failure: failed('it is gone again from where it was found: run once more', 3),
    };
  }
  const miss = answer ? missText[answer.why] : 'built anew, as asked';
  if (dryRun || !result)
    return {
      ...base,
      miss,
      status: dryRun ? 'missing' : 'failed',
      ...(!dryRun && { failure: failed('it was not built') }),
    };
  switch (result.status) {
    case 'skipped':
      return { ...base, miss, status: 'skipped', failure: failed(`${result.because}, on which it is built, failed`) };
    case 'interrupted':
      return { ...base, miss, status: 'skipped', failure: failed('the run was interrupted', 130) };
    case 'failed': {
      const { message, hint, exit, dockerfileLine, lastLines } = result.error;
      const at = dockerfileLine === undefined ? undefined : `${image.dockerfile}:${dockerfileLine}`;
      const failure = {
        message,
        lastLines,
        exit,
        ...(hint !== undefined && { hint }),
        ...(at !== undefined && { at }),
      };
      return { ...base, miss, status: 'failed', failure };
    }
    case 'built': {
      const digest = there?.digest ?? topDigest(result.digests) ?? result.digests.config;
      const built = { ...base, miss, status: 'built' as const, ...(digest !== undefined && { digest }) };
      if (there || output !== undefined) return built;
      return {
        ...built,
        status: 'failed',
        failure: failure ?? failed('it was built, and yet the engine does not have it', 3),
      };
    }
  }
}

async function tagAndNote(
  run: RunProgram,
  planned: PlannedImage,
  { inspected, layers, digest }: FoundImage,
  outcome: ImageOutcome,
  { scene, answers, engine }: FinishRequest,
  { signal }: BuildOptions,
): Promise<ImageOutcome> {
  const tags = withDigest(planned, digest);
  const has = new Set(inspected.repoTags.map(wholeTag));
  const tagged = tags.filter((tag) => !has.has(wholeTag(tag)));
  for (const tag of tagged) {
    const fault = await tagImage(run, inspected.id, tag, signal ? { signal } : {});
    if (fault)
      return {
        ...outcome,
        status: 'failed',
        failure: { ...failed(fault.message, fault.exit), ...(fault.hint && { hint: fault.hint }) },
      };
  }
  const answer = answers.get(planned.image.name);
  const metadata: ImageMetadata = metadataOf(planned, {
    from: answer?.found ? answer.where : 'built',
    digests: inspected.digests,
    tags,
    layers,
    ...(!answer?.found && engine && { engine }),
  });
  const fault = writeMetadata(metadataPath(scene.workspace.fs.root, planned.image.name), metadata);
  if (fault) return { ...outcome, tags, tagged, status: 'failed', failure: failed(fault.message, fault.exit) };
  return { ...outcome, tags, tagged };
}

/** The tags, those that name the digest among them. */
export function withDigest({ tags, image }: PlannedImage, digest: string): readonly string[] {
  const hex = digest.replace(/^[^:]*:/, '');
  const later = tags.afterBuild.map((template) =>
    template.replace(/\{digest(?::(\d+))?\}/g, (_, length: string | undefined) => hex.slice(0, Number(length ?? 64))),
  );
  return [...tags.references, ...later.map((tag) => `${image.request.repository}:${tag}`)];
}
