import type { Diagnostic } from '@dockwarden-internal/syntax';
import { byCodeUnits } from '@dockwarden-internal/syntax';
import type { Image } from '../model/image.ts';
import { bakeImages } from './bake/bake-images.ts';
import { checkDraft } from './check-draft.ts';
import { composeImages } from './compose-images.ts';
import { configuredImages } from './configured-images.ts';
import { checkTargets } from './context-targets.ts';
import { dockerfileImages } from './dockerfile-images.ts';
import type { Drafted, ImageDraft, ImageNote } from './image-draft.ts';
import type { ImagesQuery } from './images-query.ts';
import { optionImages } from './option-images.ts';
import { requestOf, type SettingsLayer } from './request-of.ts';
import { uniqueNames } from './unique-names.ts';

export interface FoundImages {
  /** Sorted by name. */
  readonly images: readonly Image[];
  readonly diagnostics: readonly Diagnostic[];
  readonly notes: readonly ImageNote[];
}

/**
 * The images of a workspace. A Dockerfile is declared by the first that speaks of it: `images:` in dockwarden.yaml, the project's `docker-build`
 * options, a Bake file, a Compose `build:`; what is left gives one image each if it belongs to a project.
 */
export function findImages(query: ImagesQuery): FoundImages {
  const taken = new Set<string>();
  const isTaken = (dockerfile: string) => taken.has(dockerfile);
  const drafts: ImageDraft[] = [];
  const diagnostics: Diagnostic[] = [];
  const notes: ImageNote[] = [];
  for (const declare of declarers) {
    const drafted = declare(query, isTaken);
    drafts.push(...drafted.drafts);
    diagnostics.push(...drafted.diagnostics);
    notes.push(...drafted.notes);
    for (const { dockerfile } of drafted.drafts) taken.add(dockerfile);
  }
  const { named, clashes } = uniqueNames(drafts);
  diagnostics.push(...clashes);
  const images: Image[] = [];
  for (const draft of named) {
    const problems = checkDraft(query.world, draft);
    diagnostics.push(...problems);
    if (problems.length > 0) continue;
    const { request, diagnostics: faults } = requestOf(draft, layersOf(query, draft), query);
    diagnostics.push(...faults);
    images.push(imageFrom(draft, request));
  }
  images.sort((a, b) => byCodeUnits(a.name, b.name));
  return { images, diagnostics: [...diagnostics, ...checkTargets(images)], notes };
}

type Declare = (query: ImagesQuery, isTaken: (dockerfile: string) => boolean) => Drafted;

const declarers: readonly Declare[] = [
  configuredImages,
  ({ world, projectOptions }, isTaken) => optionImages(world, projectOptions ?? new Map(), isTaken),
  ({ world, config }, isTaken) => bakeImages(world, isTaken, Object.keys(config.images ?? {}).length > 0),
  ({ world }, isTaken) => composeImages(world, isTaken),
  ({ world }, isTaken) => dockerfileImages(world, isTaken),
];

/** What another tool's file says of one image goes before what `build:` says of all, and what the user says of it before both. */
function layersOf({ config, placeOf, overrides }: ImagesQuery, draft: ImageDraft): SettingsLayer[] {
  const { settings } = draft;
  const own: SettingsLayer = { settings, placeOf: draft.placeOf };
  return [
    {
      settings: config.build ?? {},
      placeOf: (...path) => (placeOf ? { place: placeOf(['build', ...path]) } : { path: 'dockwarden.yaml' }),
    },
    own,
    ...(overrides ? [{ settings: overrides, placeOf: () => ({}) }] : []),
  ];
}

function imageFrom(draft: ImageDraft, request: Image['request']): Image {
  const { name, project, dockerfile, target, context, contextBy, declaredBy } = draft;
  return {
    name,
    ...(project !== undefined && { project }),
    dockerfile,
    ...(target !== undefined && { target }),
    ...(context !== undefined && { context }),
    declaredBy,
    ...(contextBy !== undefined && { contextBy }),
    request,
  };
}
