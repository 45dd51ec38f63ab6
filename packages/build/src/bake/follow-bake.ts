import type { ImageDigests } from '../docker/image-digests.ts';
import { wholeLines } from '../program/whole-lines.ts';
import type { BakeEvent } from './bake-event.ts';
import { type Excerpt, excerpt } from './excerpt.ts';
import { exportedDigests } from './exported-digests.ts';
import { readSolveStatus, type Vertex, type VertexLog, type VertexStatus } from './solve-status.ts';
import { type StepName, stepName } from './step-name.ts';

/** Lines of text kept behind the progress: the error message with its piece of the Dockerfile. */
const TEXT_LINES = 200;

/** A builder in a container is started by the first build that needs it, one elsewhere is waited for; no target is named. */
const BOOTING: ReadonlySet<string> = new Set(['[internal] booting buildkit', '[internal] waiting for connection']);

/** A step of one target. */
export interface Step extends StepName {
  readonly digest: string;
  readonly state: 'known' | 'started' | 'done' | 'cached' | 'failed' | 'cancelled';
  readonly error?: string;
}

/** What was seen of one target. */
export interface TargetProgress {
  readonly steps: ReadonlyMap<string, Step>;
  /** Milliseconds since 1970. */
  readonly started?: number;
  readonly ended?: number;
}

export interface FollowOptions {
  /** Names of the targets in the bake, linked ones included. */
  readonly targets: ReadonlySet<string>;
  readonly imageOf: (target: string) => string;
  readonly mask: (text: string) => string;
  readonly onEvent?: (event: BakeEvent) => void;
}

export interface FollowedBake {
  readonly line: (line: string) => void;
  readonly end: () => void;
  readonly target: (name: string) => TargetProgress;
  /** What a step printed, by its digest: the beginning and the end. */
  readonly outputOf: (digest: string) => readonly string[];
  /** Of the exporters of a target, the image's first. */
  readonly digests: (name: string) => ImageDigests;
  /** Why the builder could not be started, where it had to be. */
  readonly bootFault: () => string | undefined;
  /** What was written that is no progress. */
  readonly text: () => string;
}

interface Output {
  readonly lines: ReturnType<typeof wholeLines>;
  readonly kept: Excerpt;
  stream: VertexLog['stream'];
}

/** Reads the progress of one `docker buildx bake --progress=rawjson` line by line. */
export function followBake({ targets, imageOf, mask, onEvent = () => {} }: FollowOptions): FollowedBake {
  const progress = new Map([...targets].map((name) => [name, { steps: new Map<string, Step>() } as Mutable]));
  /** By digest: the targets that have the step. */
  const owners = new Map<string, string[]>();
  const outputs = new Map<string, Output>();
  const exported = new Map<string, Set<string>>();
  const text: string[] = [];
  let bootFault: string | undefined;
  return {
    bootFault: () => bootFault,
    line(line) {
      const status = readSolveStatus(line);
      if (!status) {
        text.push(mask(line));
        if (text.length > TEXT_LINES) text.shift();
        return;
      }
      for (const vertex of status.vertexes) onVertex(vertex);
      for (const each of status.statuses) onStatus(each);
      for (const log of status.logs) onLog(log);
    },
    end() {
      for (const { lines } of outputs.values()) lines.end();
    },
    target: (name) => progress.get(name)!,
    outputOf: (digest) => outputs.get(digest)?.kept.lines() ?? [],
    digests(name) {
      const exporters = [...progress.get(name)!.steps.values()].filter(({ exports }) => exports);
      const chosen = exporters.find(({ step }) => step === 'exporting to image') ?? exporters[0];
      return chosen ? exportedDigests(exported.get(chosen.digest) ?? []) : {};
    },
    text: () => text.join('\n'),
  };

  function onVertex(vertex: Vertex): void {
    if (BOOTING.has(vertex.name)) bootFault = vertex.error;
    const named = stepName(vertex.name, targets);
    if (!named) return;
    const own = progress.get(named.target)!;
    const before = own.steps.get(vertex.digest);
    const state = stateOf(vertex);
    if (vertex.started) own.started = Math.min(own.started ?? Number.POSITIVE_INFINITY, Date.parse(vertex.started));
    if (vertex.completed) own.ended = Math.max(own.ended ?? 0, Date.parse(vertex.completed));
    const error = vertex.error === undefined ? undefined : mask(vertex.error);
    own.steps.set(vertex.digest, { ...named, step: mask(named.step), digest: vertex.digest, state, error });
    if (!before) {
      const all = owners.get(vertex.digest);
      if (!all) owners.set(vertex.digest, [named.target]);
      else all.push(named.target);
    }
    if (state === 'known' || state === before?.state) return;
    tell(vertex, own, named.target);
  }

  function tell(vertex: Vertex, own: Mutable, target: string): void {
    const { step, internal, state, error } = own.steps.get(vertex.digest)!;
    if (state === 'known') return;
    const image = imageOf(target);
    const seconds = secondsOf(vertex);
    onEvent({ kind: 'step', image, step, internal, state, ...(seconds !== undefined && { seconds }), error });
    if (state === 'started') return;
    let done = 0;
    for (const each of own.steps.values()) if (each.state === 'done' || each.state === 'cached') done++;
    onEvent({ kind: 'progress', image, done, known: own.steps.size });
  }

  function onStatus({ id, vertex }: VertexStatus): void {
    if (!/^(?:exporting|writing) /.test(id)) return;
    const ids = exported.get(vertex);
    if (ids) ids.add(id);
    else exported.set(vertex, new Set([id]));
  }

  function onLog({ vertex, stream, data }: VertexLog): void {
    let output = outputs.get(vertex);
    if (!output) {
      output = openOutput(vertex);
      outputs.set(vertex, output);
    }
    output.stream = stream;
    output.lines.add(data);
  }

  function openOutput(digest: string): Output {
    const kept = excerpt();
    const output: Output = {
      kept,
      stream: 'stdout',
      lines: wholeLines((raw) => {
        const line = mask(raw);
        kept.add(line);
        const target = owners.get(digest)?.[0];
        if (target === undefined) return;
        const { step } = progress.get(target)!.steps.get(digest)!;
        onEvent({ kind: 'log', image: imageOf(target), step, line, stream: output.stream });
      }),
    };
    return output;
  }
}

interface Mutable {
  readonly steps: Map<string, Step>;
  started?: number;
  ended?: number;
}

/** BuildKit cancels what still runs when something else failed; a step that is killed for that reports so too. */
export function isCancellation(error: string): boolean {
  return /context canceled|graph completed|Canceled: (?:context|grpc)/i.test(error) || isOutrun(error);
}

/** Another build gave the same image its tag in the same moment: containerd creates a name or updates it, and the two look first. */
export function isOutrun(error: string): boolean {
  return /\bimage "[^"\n]{1,600}": already exists/.test(error);
}

function stateOf({ started, completed, cached, error }: Vertex): Step['state'] {
  if (error !== undefined) return isCancellation(error) ? 'cancelled' : 'failed';
  if (cached) return 'cached';
  if (completed !== undefined) return 'done';
  return started === undefined ? 'known' : 'started';
}

function secondsOf({ started, completed }: Vertex): number | undefined {
  return started && completed ? Math.max(0, Date.parse(completed) - Date.parse(started)) / 1000 : undefined;
}
