import type { World } from '@dockwarden-internal/facts';
import { byCodeUnits, cleanPath } from '@dockwarden-internal/syntax';
import type { Image } from '../model/image.ts';
import type { ContextInputs, InputSource, NamedLine } from '../model/image-inputs.ts';
import { distinct, mainContext, namedFolder } from './context-inputs.ts';
import { frontendOf, isOfficialFrontend } from './frontend.ts';
import type { InputHooks } from './input-hooks.ts';
import type { NamedContext } from './named-context.ts';
import { pruneClosure } from './prune-closure.ts';
import type { ReachedReading, ReachedStage } from './reached.ts';
import type { Read } from './reads.ts';
import { triggersThatRead } from './triggers.ts';

export interface CollectedSources {
  /** The main context, where anything is read of it, then the named folders by name. */
  readonly contexts: readonly ContextInputs[];
  readonly widened: readonly NamedLine[];
}

/** What a build reads of its contexts, all platforms together. */
export function collectSources(
  world: World,
  images: readonly Image[],
  readings: readonly ReachedReading[],
  hooks: InputHooks,
): CollectedSources {
  const main: InputSource[] = [];
  const folders = new Map<string, { path: string; sources: InputSource[] }>();
  const widened: NamedLine[] = [];
  for (const reading of readings) {
    for (const stage of reading.stages) {
      for (const read of stage.reads) {
        if (!read.origin) main.push(...narrowed(world, reading, stage, read));
        else if (read.origin.kind === 'context') addFolder(folders, read, read.origin.context);
        if (read.widened !== undefined && readsFolder(read)) widened.push({ why: read.widened, place: read.place });
      }
    }
    const everything = [...triggersThatRead(world, images, reading, hooks), ...foreignFrontend(reading)];
    main.push(...everything.map(({ place }) => wholeContext(place)));
    widened.push(...everything);
  }
  const { image } = readings[0]!;
  const named = [...folders].sort(([a], [b]) => byCodeUnits(a, b));
  return {
    contexts: [
      ...(main.length > 0 ? [mainContext(world, image, distinct(main))] : []),
      ...named.map(([name, { path, sources }]) => namedFolder(world, name, path, distinct(sources))),
    ],
    widened,
  };
}

/** What is read of a stage or an image widens nothing: their inputs are told where they are made. */
function readsFolder({ origin }: Read): boolean {
  return !origin || (origin.kind === 'context' && origin.context.means.kind === 'folder');
}

/** `COPY . .` of a stage that prunes the workspace is narrowed to what the prune keeps. */
function narrowed(
  world: World,
  reading: ReachedReading,
  stage: ReachedStage,
  { sources, widened }: Read,
): readonly InputSource[] {
  if (widened !== undefined || !sources.some(({ path }) => path === '.')) return sources;
  const closure = pruneClosure(world, reading, stage);
  return closure ? sources.map((source) => (source.path === '.' ? { ...source, closure } : source)) : sources;
}

function addFolder(
  folders: Map<string, { path: string; sources: InputSource[] }>,
  { sources, place }: Read,
  { name, means }: NamedContext,
): void {
  if (means.kind !== 'folder' && means.kind !== 'layout') return;
  const folder = folders.get(name) ?? { path: cleanPath(means.path), sources: [] };
  folder.sources.push(...(sources.length > 0 && means.kind === 'folder' ? sources : [wholeContext(place)]));
  folders.set(name, folder);
}

function foreignFrontend({ dockerfile }: ReachedReading): NamedLine[] {
  const frontend = frontendOf(dockerfile);
  if (!frontend || isOfficialFrontend(frontend.text)) return [];
  return [{ why: `the frontend ${frontend.text} may read anything`, place: frontend.place }];
}

function wholeContext(place: NamedLine['place']): InputSource {
  return { path: '.', pattern: false, excludes: [], instruction: 'COPY', place };
}
