import { canonicalText, type Diagnostic, parseReference, type Reference } from '@dockwarden-internal/syntax';
import { isOfficialFrontend } from '../inputs/frontend.ts';
import type { RemoteReference, RemoteUse } from '../model/image-inputs.ts';
import type { ResolvedReference } from '../model/image-plan.ts';
import type { RunProgram } from '../model/program.ts';
import { byEngine, engineLookup } from './engine-digests.ts';
import { REGISTRY_PARALLEL } from './limits.ts';
import { normalPlatform } from './platform.ts';
import { byRegistry, registryLookup } from './registry-digests.ts';

/** What one image asks to be resolved. */
export interface ReferenceRequest {
  /** Its name. */
  readonly image: string;
  readonly references: readonly RemoteReference[];
  readonly mode: 'resolve' | 'local' | 'pinned';
  /** Empty for the builder's own. */
  readonly platforms: readonly string[];
}

export interface ImageReferences {
  readonly resolved: readonly ResolvedReference[];
  /** Those that nothing could be told of. */
  readonly unresolved: readonly RemoteReference[];
  /** False where something was not found out as asked for: the key then says less, and is no reason to write to a registry. */
  readonly complete: boolean;
  /** Sentences for whoever reads the run. */
  readonly notes: readonly string[];
}

export interface ResolveOptions {
  /** What an image without platforms is built for: `EngineState.platform`, or `enginePlatform`. */
  readonly platform: string;
  readonly signal?: AbortSignal;
  /** Milliseconds per registry question. */
  readonly timeout?: number;
  readonly parallel?: number;
}

export interface Resolutions {
  /** By name of the image. */
  readonly images: ReadonlyMap<string, ImageReferences>;
  /** References that are not pinned where they must be; an engine that cannot be reached. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds out what references stand for in this run, for all images of the run at once: the engine is asked once, each registry once per
 * distinct reference. `resolve` asks the registry and falls back to the engine with a note; `local` asks the engine alone.
 */
export async function resolveReferences(
  run: RunProgram,
  requests: readonly ReferenceRequest[],
  options: ResolveOptions,
): Promise<Resolutions> {
  const wanted = requests.map((request) => ({ request, asked: request.references.flatMap((each) => askedOf(each)) }));
  const names = (mode: ReferenceRequest['mode']) =>
    wanted
      .filter(({ request }) => request.mode === mode)
      .flatMap(({ asked }) => asked.filter(({ digest }) => digest === undefined).map(({ name }) => name));
  const registry = await registryLookup(run, names('resolve'), { parallel: REGISTRY_PARALLEL, ...options });
  const missing = names('resolve').filter((name) => typeof registry.get(name) === 'string');
  const needed = [...names('local'), ...missing];
  const platforms = requests.flatMap((request) => [
    ...request.platforms,
    ...request.references.flatMap(({ platform }) => (platform ? [platform] : [])),
  ]);
  const engine = await engineLookup(run, needed, [options.platform, ...platforms].map(normalPlatform), options.signal);
  const diagnostics: Diagnostic[] = engine.diagnostic ? [engine.diagnostic] : [];
  const images = new Map<string, ImageReferences>();
  for (const { request, asked } of wanted) {
    if (request.mode === 'pinned') diagnostics.push(...asked.filter(({ digest }) => !digest).map(notPinned));
    images.set(request.image, answer(request, asked));
  }
  return { images, diagnostics };

  function answer({ mode, platforms }: ReferenceRequest, asked: readonly Asked[]): ImageReferences {
    const resolved: ResolvedReference[] = [];
    const unresolved: RemoteReference[] = [];
    const notes: string[] = [];
    for (const each of asked) {
      const one = platformsOf(each.reference, platforms, options.platform);
      const found = each.digest === undefined && mode !== 'pinned' ? lookedUp(each, one) : pinned(each, one);
      if (found) resolved.push(found);
      else unresolved.push(each.reference);
      const why = mode === 'resolve' && each.digest === undefined ? registry.get(each.name) : undefined;
      const absent = !found && mode !== 'pinned';
      if (typeof why === 'string') notes.push(note(each, why, found));
      else if (absent) notes.push(`${each.reference.text} is not in the engine, so its digest is not part of the key.`);
    }
    const complete = unresolved.length === 0 && notes.length === 0;
    return { resolved, unresolved, complete, notes: [...new Set(notes)] };
  }

  function lookedUp({ reference, name }: Asked, platforms: readonly string[]): ResolvedReference | undefined {
    const remote = registry.get(name);
    if (remote !== undefined && typeof remote !== 'string') return byRegistry(reference, remote, platforms);
    return byEngine(reference, name, engine, platforms);
  }
}

interface Asked {
  readonly reference: RemoteReference;
  readonly parsed: Reference;
  /** Whole, with its tag. */
  readonly name: string;
  readonly digest?: string;
}

/** What is no image has no digest to look up; that of Docker's own frontends is in no key, so that it is not asked for. */
const IMAGE_USES: ReadonlySet<RemoteUse> = new Set(['from', 'copy', 'mount', 'context', 'frontend']);

function askedOf(reference: RemoteReference): Asked[] {
  if (!IMAGE_USES.has(reference.use) || reference.kind === 'volatile') return [];
  if (reference.use === 'frontend' && reference.kind !== 'pinned' && isOfficialFrontend(reference.text)) return [];
  const parsed = parseReference(reference.text.replace(/^docker-image:\/\//, ''));
  if ('fault' in parsed) return [];
  return [{ reference, parsed, name: canonicalText(parsed), digest: parsed.digest }];
}

function platformsOf({ platform }: RemoteReference, wanted: readonly string[], own: string): readonly string[] {
  if (platform !== undefined) return [platform.includes('$') ? own : normalPlatform(platform)];
  return wanted.length > 0 ? wanted.map(normalPlatform) : [own];
}

function pinned({ reference, digest }: Asked, platforms: readonly string[]): ResolvedReference | undefined {
  if (digest === undefined) return undefined;
  const digests = new Map(platforms.map((platform) => [platform, digest]));
  return { reference, digests, digestKind: 'index', by: 'pinned', pin: digest };
}

function notPinned({ reference }: Asked): Diagnostic {
  return {
    code: 'build/not-pinned',
    message: `${reference.text} names no digest, and "bases: pinned" asks for one.`,
    hint: 'Pin it with "dockwarden pin", or set "bases: resolve".',
    place: reference.place,
    exit: 2,
  };
}

const REASONS = {
  absent: 'is not in its registry',
  denied: 'may not be read from its registry',
  unreachable: 'could not be looked up, since its registry is out of reach',
  silent: 'could not be looked up: registry not asked (no answer in time)',
  interrupted: 'was not looked up',
} as const;

function note({ reference }: Asked, why: keyof typeof REASONS, found: ResolvedReference | undefined): string {
  return `${reference.text} ${REASONS[why]}; ${found ? "the engine's own is used" : 'its digest is not part of the key'}.`;
}
